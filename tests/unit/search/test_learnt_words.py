"""What was found out about words is asked once, whichever build or process asked first."""

from __future__ import annotations

from builders import SmallLexicon
from mallisto.search.finnish import Finnish, Lexicon
from mallisto.search.learnt_words import LearntWords


def _length_of(learnt: LearntWords, asked: list[str]) -> int:
    def found(word: str) -> str:
        asked.append(word)
        return word.upper()

    answer = learnt.remembered("upper", found)
    return len(answer("tuki")) + len(answer("tuki"))


def test_a_word_is_asked_once_here_in_another_process_and_in_the_next_build():
    asked: list[str] = []
    worker, main = LearntWords(), LearntWords()

    _length_of(worker, asked)
    main.learn(worker.taken())
    _length_of(main, asked)
    _length_of(LearntWords(main.encoded()), asked)

    assert asked == ["tuki"]
    assert worker.taken() == b"{}"


def test_the_dictionary_is_opened_for_a_new_word_only():
    opened: list[Lexicon] = []

    def dictionary() -> Lexicon:
        opened.append(SmallLexicon({"tuen": "tuki", "polun": "polku"}))
        return opened[-1]

    learnt = LearntWords()
    first = Finnish(dictionary, learnt).lemma("tuen")
    again = Finnish(dictionary, LearntWords(learnt.encoded())).lemma("tuen")

    assert (first, again, len(opened)) == ("tuki", "tuki", 1)
    Finnish(dictionary, LearntWords(learnt.encoded())).lemma("polun")
    assert len(opened) == 2
