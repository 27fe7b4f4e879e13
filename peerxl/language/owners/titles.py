"""Posts, statutory offices and bodies: which of some words is the post, and what kind of words surround it."""

from __future__ import annotations

from peerxl.language.owners.lexicon import PLURALS, PORTFOLIO, SUBJECT_ENDINGS, USES, Use
from peerxl.language.owners.phrases import NATIONAL, OFFICES
from peerxl.language.owners.tokens import Token

Words = tuple[Token, ...]

NOWHERE = -1
LONGEST_ABBREVIATION = 6
LONGEST_NATIONAL = 4
"""How many words a body of a whole country has at most."""
_BEFORE_POST = Use.RANK | Use.DETERMINER | Use.GATHERER


def uses(token: Token) -> Use:
    """What the word of a token can be."""
    return USES.get(token.word, Use.NONE)


def heading(words: Words) -> Words:
    """The words before the first "of" or "for", or all of them."""
    ends = (index for index, token in enumerate(words) if index and Use.PREPOSITION in uses(token))
    return words[: next(ends, len(words))]


def name_post(token: Token) -> str | None:
    """The post a word names, in the singular: director for "Directors", ad for "ADs"."""
    word = token.word
    names = (word, PLURALS.get(word, "").casefold(), word.removesuffix("s").removesuffix("'"))
    name = next((name for name in names if name in USES and Use.POST in USES[name]), None)
    if name is None:
        return None
    if Use.CAPITALS in USES[name]:
        return name if sum(map(str.isupper, token.text)) >= 2 or token.text == "Ads" else None
    return None if word.endswith("'s") else name


def is_plural(token: Token) -> bool:
    """Whether a word is a post or a person's title in the plural."""
    return token.word in PLURALS or (Use.POST not in uses(token) and name_post(token) is not None)


def make_singular(token: Token) -> str:
    """A plural post as one of them is called: "ADs" is AD, "Cllrs." Cllr."""
    if token.word in PLURALS:
        name = PLURALS[token.word]
        return name.upper() if token.text.isupper() else name
    if token.text.endswith(("(s)", "/s")):
        return token.text.removesuffix("(s)").removesuffix("/s")
    return token.text.rstrip(".")[:-1].rstrip("'’")


def find_post(words: Words) -> int:
    """Which word is the post: the last before "of", one its portfolio may follow at once, or the last of all."""
    before = len(heading(words)) - 1
    if words and _is_post(words, before):
        return before
    front = _find_front(words)
    if front != NOWHERE:
        return front
    return len(words) - 1 if words and _is_post(words, len(words) - 1) else NOWHERE


def _is_post(words: Words, index: int) -> bool:
    name = name_post(words[index])
    if name in ("executive", "exec"):
        return index > 0 and words[index - 1].word == "chief"
    return name is not None


def _find_front(words: Words) -> int:
    for index, token in enumerate(words[:-1]):
        fronts = Use.FRONT | Use.RANKED_FRONT if index else Use.FRONT
        post = name_post(token)
        following = words[index + 1]
        is_followed = following.word != "office" and (following.text[:1].isupper() or not _may_be_verb(token))
        if post and USES[post] & fronts and is_followed:
            return index
        if not uses(token) & _BEFORE_POST:
            break
    return NOWHERE


def _may_be_verb(token: Token) -> bool:
    """ "Chair meetings" says what to do, "Chair Planning" who."""
    return Use.CHAIR in uses(token)


def find_portfolio(words: Words, post: int) -> int:
    """Where the portfolio of a post begins: after "ADs for", "Cllrs", "Heads of Service for"."""
    start = post + 1
    if start == len(words) or Use.PREPOSITION not in uses(words[start]):
        return start
    kind = words[start + 1 : start + 3]
    has_kind = len(kind) == 2 and Use.COLLECTIVE in uses(kind[0]) and Use.PREPOSITION in uses(kind[1])
    return start + 3 if has_kind else start + 1


def has_only_ranks(words: Words) -> bool:
    """Whether the words say nothing of a portfolio: "Executive" before Director, "senior leadership" before team."""
    return all(uses(token) & _BEFORE_POST for token in words)


def name_office(words: Words) -> str | None:
    """The statutory office that some words name: monitoring for "Deputy Monitoring Officer"."""
    phrase = tuple(token.word for token in words[:8])
    while phrase and phrase not in OFFICES and Use.OFFICE_RANK in USES.get(phrase[0], Use.NONE):
        phrase = phrase[1:]
    if len(phrase) == 1 and Use.OFFICE_CAPITALS in uses(words[-1]) and not words[-1].text.isupper():
        return None
    return OFFICES.get(phrase)


def is_everybody(words: Words) -> bool:
    """ "All", "All Directors", "relevant Heads of Service"."""
    if not words or Use.GATHERER not in uses(words[0]):
        return False
    return len(words) == 1 or any(is_plural(token) for token in heading(words))


def is_team(words: Words) -> bool:
    """Whether the words name a body that ends the portfolio before it."""
    return bool(words) and Use.TEAM in uses(heading(words)[-1])


def is_body(words: Words) -> bool:
    """Whether the words name a body; "Partnerships" alone is rather what somebody is responsible for."""
    head = heading(words)
    return bool(head) and Use.BODY in uses(head[-1]) and (len(head) > 1 or Use.FIELD not in uses(head[-1]))


def is_national(words: Words) -> bool:
    """Whether the words name a body of a whole country: "Natural England", "Age UK", and no "Operations UK"."""
    if tuple(token.word for token in words) in NATIONAL:
        return True
    before, last = words[:-1], words[-1:]
    is_short = 0 < len(before) < LONGEST_NATIONAL and heading(words) == words
    if not is_short or Use.NATION not in uses(last[0]) or not all(token.text[:1].isupper() for token in words):
        return False
    return last[0].word != "uk" or not is_subject(before[-1])


def is_collective(words: Words, post: int) -> bool:
    """ "Heads of Service": the posts of a whole kind, not of a portfolio."""
    if post == NOWHERE or not is_plural(words[post]):
        return False
    rest = [token for token in words[post + 1 :] if Use.PREPOSITION not in uses(token)]
    return bool(rest) and all(Use.COLLECTIVE in uses(token) for token in rest)


def is_subject(token: Token) -> bool:
    """Whether the word belongs to a portfolio: "Finance", "Children's", "Regeneration"."""
    return is_known_subject(token) or token.word.removesuffix("'").removesuffix("'s").endswith(SUBJECT_ENDINGS)


def is_known_subject(token: Token) -> bool:
    """Whether the word is one of those that a portfolio is known to be made of."""
    return bool(USES.get(token.word.removesuffix("'").removesuffix("'s"), Use.NONE) & PORTFOLIO)


def is_abbreviation(words: Words) -> bool:
    """Initials or an abbreviation that can stand alone: "DM", "HR", "DfE", "HRBPs"; not "UK", not "LEGAL"."""
    if len(words) != 1 or Use.QUALIFIER in uses(words[0]):
        return False
    letters = "".join(filter(str.isalpha, words[0].text))
    capitals = sum(map(str.isupper, letters))
    if is_service(words):
        return capitals >= 2
    return 2 <= capitals <= LONGEST_ABBREVIATION and 2 * capitals >= len(letters) and not uses(words[0]) & PORTFOLIO


def is_service(words: Words) -> bool:
    """Whether the words are the letters of a service that every council has: "HR"."""
    return len(words) == 1 and Use.SERVICE in uses(words[0])


def is_after_name(words: Words) -> bool:
    """Whether the words are letters after a person's name: "OBE", "PhD"."""
    return bool(words) and all(
        Use.AFTER_NAME in uses(token) and sum(map(str.isupper, token.text)) >= 2 for token in words
    )


def is_listable(words: Words) -> bool:
    """Whether the words name a service in a list of them: "Planning, Legal, HR"."""
    return is_abbreviation(words) or all(is_subject(token) for token in words)
