"""Models side by side: the questions put to each of them, what they answer, and which answers may be compared."""

from mallisto.comparison.cells import Cell, shares
from mallisto.comparison.cost import ASPECTS, VERDICTS, grounds, verdict
from mallisto.comparison.questions import GROUPS, ComparisonQuestion, QuestionGroup

__all__ = ["ASPECTS", "GROUPS", "VERDICTS", "Cell", "ComparisonQuestion", "QuestionGroup", "grounds", "shares", "verdict"]
