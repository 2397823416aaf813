"""Folding of text, keys for comparison, and where a quotation stands.

The gold quotes a page with each run of white space as one space; the program
keeps the page's own white space and counts in UTF-8 bytes.  `FoldedText` maps
one to the other.
"""

import re

# Characters that pages and people write one for the other.  Each is replaced
# by exactly one character, so that offsets stay.
LOOK_ALIKES = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'",
    "\u0060": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
    "\u2014": "-", "\u2015": "-", "\u2212": "-", "\u00a0": " ",
})
ARTICLE = re.compile(r"^(the|a|an)\s+")


def fold(text):
    """Each run of white space as one space; "" for None."""
    return re.sub(r"\s+", " ", text or "").strip()


def key(text):
    """For names: case, kind of quote and dash, a leading article and closing
    punctuation do not count."""
    plain = fold(text).translate(LOOK_ALIKES).casefold()
    return ARTICLE.sub("", plain.strip(" .,;:'\"")).strip(" .,;:'\"")


def title_key(text):
    """For titles: as `key`, and no punctuation at all, nor "&" for "and"."""
    plain = fold(text).translate(LOOK_ALIKES).casefold().replace("&", " and ")
    plain = re.sub(r"[^\w\s]", " ", plain.replace("'", ""))
    return ARTICLE.sub("", fold(plain))


def work_key(title):
    """A title without year and without the words that say what kind of paper
    it is: "Report of the X Inquiry" and "X Inquiry Report" are one work."""
    words = [word for word in title_key(title).split()
             if word not in ("report", "of", "the", "draft") and
             not re.fullmatch(r"(19|20)\d\d", word)]
    return " ".join(words)


def label_key(label):
    """The number of a label: "Rec 6", "Recommendation 6:" and "(6)" are 6."""
    plain = fold(label).casefold()
    plain = re.sub(r"^(recommendations?|recs?\.?|action|no\.?)\s+", "", plain)
    return plain.strip(" .,;:()[]-–")


class FoldedText:
    """A document's text with its white space folded, and the way back."""

    def __init__(self, text):
        self.text = text or ""
        self.byte_at = [0]
        for character in self.text:
            self.byte_at.append(self.byte_at[-1] +
                                len(character.encode("utf-8", "replace")))
        self.folded, self.origin = self._folded()
        self.plain = self.folded.translate(LOOK_ALIKES)

    def _folded(self):
        characters, origin, pending = [], [], False
        for index, character in enumerate(self.text):
            if character.isspace():
                pending = bool(characters)
                continue
            if pending:
                characters.append(" ")
                origin.append(index - 1)
                pending = False
            characters.append(character)
            origin.append(index)
        return "".join(characters), origin

    def span(self, begin, end):
        """Byte span of the folded characters [begin, end)."""
        first, last = self.origin[begin], self.origin[end - 1]
        return self.byte_at[first], self.byte_at[last + 1]

    def find_all(self, quotation):
        """Byte spans of every place where the quotation stands; quotes and
        dashes of another kind are let pass only where it stands nowhere."""
        wanted = fold(quotation)
        if not wanted:
            return []
        found = list(places(self.folded, wanted))
        if not found:
            found = list(places(self.plain, wanted.translate(LOOK_ALIKES)))
        return [self.span(at, at + len(wanted)) for at in found]

    def find(self, quotation, occurrence=1):
        """Byte span of the nth place, of the first if there are fewer."""
        spans = self.find_all(quotation)
        if not spans:
            return None
        return spans[occurrence - 1] if occurrence <= len(spans) else spans[0]

    def around(self, span, room=90):
        """The words before and after a byte span, for a reader."""
        data = self.text.encode("utf-8", "replace")
        begin, end = span
        before = data[max(0, begin - room):begin].decode("utf-8", "ignore")
        after = data[end:end + room].decode("utf-8", "ignore")
        return before, after


def places(text, wanted):
    """Offsets of a plain substring, overlapping ones too."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def whole_word(text, at, length):
    """False where [at, at+length) cuts a word or a number in two."""
    before = text[at - 1] if at else " "
    after = text[at + length] if at + length < len(text) else " "
    return not ((before.isalnum() and text[at].isalnum()) or
                (after.isalnum() and text[at + length - 1].isalnum()))


def shared(a, b):
    """How many bytes two half-open spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def union_share(a, b):
    """Intersection over union of two spans, 0..1."""
    if a is None or b is None:
        return 0.0
    common = shared(a, b)
    whole = (a[1] - a[0]) + (b[1] - b[0]) - common
    return common / whole if whole else 0.0


def touches(a, b):
    """True where two spans share a byte."""
    return a is not None and b is not None and shared(a, b) > 0


def item_span(item):
    """(begin, end) of an item as `concord extract` prints it, or None."""
    span = item.get("span") if item else None
    if not span or span.get("end", 0) <= span.get("begin", 0):
        return None
    return span["begin"], span["end"]
