"""Models side by side: the questions put to each of them, what they answer, and which answers may be compared."""

from mallisto.comparison.answers import Answer, Asked, Value, shares
from mallisto.comparison.cost import ASPECTS, VERDICTS, grounds, verdict
from mallisto.comparison.questions import GROUPS, Group, Question

__all__ = ["ASPECTS", "GROUPS", "VERDICTS", "Answer", "Asked", "Group", "Question", "Value", "grounds", "shares", "verdict"]
