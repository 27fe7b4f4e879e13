"""The grammar of an officer cell: which parts are one owner.

    cell      = owner { joint owner }
    owner     = shared | ( title | person | words ) { hat }
    shared    = posts of-words { joint words }              ADs for Finance and Customer Focus; Cllrs Symonds & Lee
    title     = post portfolio [ "," person ]               Head of HR; HR Manager, Jane Smith
    portfolio = { soft words }                              what follows "of", "for", a dash, AD at once, or a comma
                                                            after a bare post, until a post or a body begins
    person    = name [ ("," | "-") title | "," words ]      Angela Woodhouse, Head of Policy and Communications
              | name line-break title                       where that is all, or the next name follows
    words     = { plain soft } [ post | body ]              Policy and Performance Manager; Finance, Legal and HR
    hat       = ( "/" | soft ) statutory-office             Head of Finance /Section 151 Officer
    soft      = "," | "and" | "&"                           joins owners only before what can stand alone
    joint     = soft | "/" | ";" | line break | bullet

An owner begins at a part and takes every further one that the grammar lets it have. The reader looks a part or
two ahead, and knows beforehand where each run of plain words ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.language.owners import kinds, words
from peerxl.language.owners.kinds import Kind
from peerxl.language.owners.lexer import Sign, Token
from peerxl.language.owners.part import Part, Standing
from peerxl.language.owners.runs import PLAIN, SOFT, runs
from peerxl.language.owners.sharing import Named, shared

_TITLE = (Kind.ROLE, Kind.HAT)


class Reader:
    """Reads parts as owners, from the first to the last."""

    def __init__(self, tokens: list[Token], parts: list[Part]) -> None:
        self.tokens = tokens
        self.parts = parts
        self.runs = runs(parts)
        self.at = 0
        self.first = 0
        self.is_open = False
        self.lacks_body = False
        self.offices: set[str | None] = set()

    def read(self) -> Iterator[Named]:
        """The cell's owners, in the order they are written."""
        while self.at < len(self.parts):
            self.at, owners = shared(self.tokens, self.parts, self.runs, self.at)
            yield from owners or (self._owner(),)

    def _peek(self, ahead: int = 0) -> Part | None:
        return self.parts[self.at + ahead] if self.at + ahead < len(self.parts) else None

    def _take(self) -> Part:
        part = self.parts[self.at]
        self.at += 1
        self.offices.add(part.office)
        return part

    def _owner(self) -> Named:
        self.first, self.offices = self.at, set()
        part = self._take()
        if part.kind is Kind.PERSON:
            self._person(part)
        elif part.kind in _TITLE:
            self._title(part)
        else:
            self._words(part)
        self._hats(part)
        return self._named()

    def _named(self) -> Named:
        taken = self.parts[self.first : self.at]
        standing = next((part.standing for part in taken if part.standing is not Standing.PLAIN), Standing.PLAIN)
        written = self.tokens[taken[0].start : taken[-1].end]
        return Named(tuple(_on_one_line(written) if taken[0].kind is Kind.PERSON else written), standing)

    def _person(self, person: Part) -> None:
        part = self._peek()
        if part and part.joint in (Sign.COMMA, Sign.LINK) and self._is_title_of(person, part):
            self._held_title()
        elif part and part.joint is Sign.LINE and self._is_title_of(person, part) and self._is_name_above(part):
            self._title_below()
        elif part and part.joint is Sign.COMMA and self._is_field(part):
            self._take()
            self._go_on(is_open=True)
        else:
            self._go_on(is_open=False)

    def _is_title_of(self, person: Part, part: Part) -> bool:
        """Whether a title begins here, or the words before it: "Policy and Performance Manager"."""
        run = self.runs[self.at]
        is_word = part.kind is Kind.WORDS or _is_service(part)
        is_before_title = is_word and run.head is not None and run.joint is not Sign.COMMA
        return _can_hold(person, run.head if is_before_title and run.head else part)

    def _held_title(self) -> None:
        if self.parts[self.at].kind in _TITLE:
            self._title(self._take(), is_held=True)
        else:
            self.at = self._run_end(self.at)
            self._go_on(is_open=False)

    def _is_name_above(self, title: Part) -> bool:
        """Whether each name in the cell may have its title on the line below."""
        is_after_name = self.first > 0 and self.parts[self.first - 1].kind is Kind.PERSON
        return self.parts[0].kind is Kind.PERSON and not is_after_name and not title.is_complete

    def _title_below(self) -> None:
        """Takes the title on the line below a name, unless the lines after it are a list of posts."""
        start, offices = self.at, set(self.offices)
        self._held_title()
        after = self._peek()
        if after and (after.joint not in (Sign.LINE, Sign.STOP) or after.kind is not Kind.PERSON):
            self.at, self.offices = start, offices

    def _is_field(self, part: Part) -> bool:
        """What somebody works in: "Jane Smith, HR"."""
        return _is_service(part) or (part.kind is Kind.WORDS and not self._begins_another(part))

    def _title(self, title: Part, is_held: bool = False) -> None:
        part = self._peek()
        is_below = part is not None and part.joint is Sign.LINE and part.kind is Kind.WORDS
        if title.is_bare and is_below:
            self._take()
        is_next = part is not None and part.joint is Sign.COMMA
        self._go_on(title.is_open or (title.is_bare and (is_next or is_below)), title.lacks_body)
        if not is_held and self._is_holder(title):
            self._take()

    def _is_holder(self, title: Part) -> bool:
        """Whether a name follows that is the post's, and not the next of a list: "HR Manager, Jane Smith"."""
        part, after = self._peek(), self._peek(1)
        if part is None or part.joint is not Sign.COMMA or not part.is_sure or not _can_hold(part, title):
            return False
        if part.is_uniformed and title.is_uniformed:
            return False
        return after is None or after.joint not in SOFT or after.kind is not Kind.PERSON

    def _words(self, part: Part) -> None:
        has_portfolio = part.kind is Kind.WORDS and len(kinds.heading(part.words)) < len(part.words)
        if part.kind is not Kind.BODY and not has_portfolio:
            self.at = self._run_end(self.first)
        if has_portfolio or self.at >= self.runs[self.first].end:
            self._go_on(is_open=has_portfolio)

    def _run_end(self, start: int) -> int:
        """Where the owner that begins with plain words ends: all of them, up to a comma, or the first alone."""
        run = self.runs[start]
        if run.head and run.joint is not Sign.COMMA:
            return run.end + 1
        commas = (index for index in range(start + 1, run.end) if self.parts[index].joint is Sign.COMMA)
        end = next(commas, run.end) if run.head else run.end
        is_list = run.is_list or self.parts[end - 1].kind is Kind.LETTERS
        return start + 1 if is_list else end

    def _go_on(self, is_open: bool, lacks_body: bool = False) -> None:
        """Takes the parts that go on with the owner."""
        self.is_open, self.lacks_body = is_open, lacks_body
        while (part := self._peek()) and self._goes_on(part):
            self._take()
            self.lacks_body = self.lacks_body and part.kind is not Kind.BODY
            if part.joint is Sign.LINK:
                self.is_open = part.is_open or part.kind in PLAIN

    def _goes_on(self, part: Part) -> bool:
        if part.joint not in SOFT:
            return part.joint is Sign.LINK
        return self._is_portfolio(part) if self.is_open else self._is_rest(part)

    def _is_portfolio(self, part: Part) -> bool:
        if part.kind is Kind.BODY:
            return not part.is_breaking or self.lacks_body
        if part.kind is Kind.PERSON:
            return not part.is_sure and not self._is_named_with_title(part)
        return part.kind in PLAIN and not self._begins_another(part) and not self._is_initials(part)

    def _is_initials(self, part: Part) -> bool:
        """Whether letters after a comma are somebody, since no "of" leads to them: "Director AS, AO"."""
        if part.kind is not Kind.LETTERS or part.joint is not Sign.COMMA or _is_service(part):
            return False
        title = self.parts[self.at - 1]
        return title.is_open and not any(token.word in words.PREPOSITIONS for token in title.words)

    def _is_rest(self, part: Part) -> bool:
        """Whether words without a portfolio before them stay with the owner, since they cannot stand alone."""
        first = self.parts[self.first]
        if kinds.is_everybody(first.words) and part.is_plural:
            return part.joint is not Sign.COMMA
        if part.kind is Kind.BODY:
            return part.joint is not Sign.COMMA and all(token.word in words.OWN for token in part.words)
        if first.kind is Kind.PERSON or part.kind is Kind.PERSON:
            is_name = first.is_sure or part.kind is Kind.PERSON
            return not is_name and part.kind is Kind.WORDS
        return part.kind is Kind.WORDS and not self._begins_another(part) and not self._is_listed(part)

    def _is_listed(self, part: Part) -> bool:
        first = self.parts[self.first]
        is_whole = first.is_complete or first.kind in (Kind.BODY, Kind.LETTERS)
        return is_whole and part.joint is Sign.COMMA and self.runs[self.at].is_list

    def _is_named_with_title(self, part: Part) -> bool:
        after = self._peek(1)
        return after is not None and after.joint in (Sign.COMMA, Sign.LINK) and _can_hold(part, after)

    def _begins_another(self, part: Part) -> bool:
        """Whether the next words are the first of a post or body, and not this owner's."""
        head = self.runs[self.at].head
        is_inside = head is not None and head.kind is Kind.BODY and (self.lacks_body or not head.is_breaking)
        return self.runs[self.at].is_tighter_than(part) and not (self.is_open and is_inside)

    def _hats(self, first: Part) -> None:
        while (part := self._peek()) and self._wears(first, part):
            self._take()
            self._go_on(is_open=False)

    def _wears(self, first: Part, hat: Part) -> bool:
        """Whether the office is this owner's too; "and the Monitoring Officer" is somebody else."""
        if hat.kind is not Kind.HAT or hat.has_article or hat.joint not in (*SOFT, Sign.SLASH):
            return False
        if self._is_barred(hat) or self._is_barred(self._peek(1)):
            return False
        is_titled = self.at - self.first > 1 or hat.joint in (Sign.SLASH, Sign.COMMA)
        return first.is_officer or (first.kind is Kind.PERSON and not first.is_councillor and is_titled)

    def _is_barred(self, hat: Part | None) -> bool:
        """Whether the law keeps this owner from the office; a list of offices with one such is a list of people."""
        if hat is None or hat.joint not in (*SOFT, Sign.SLASH):
            return False
        return not words.BARRED.get(hat.office or "", frozenset()).isdisjoint(self.offices)


def _on_one_line(tokens: list[Token]) -> Iterator[Token]:
    """A name and the title below it, with a comma between."""
    for token, after in zip(tokens, tokens[1:] + tokens[-1:], strict=True):
        is_break = token.sign is Sign.LINE and after.sign is Sign.WORD
        yield Token(Sign.COMMA, ",") if is_break else token


def _is_service(part: Part) -> bool:
    return part.kind is Kind.LETTERS and part.words[0].word in words.LETTERS


def _can_hold(person: Part, title: Part) -> bool:
    """Whether the person may have the title: a councillor has a member's, and nobody a plural one."""
    if title.kind not in _TITLE or title.is_plural:
        return False
    return not person.is_councillor or title.post in words.MEMBERS
