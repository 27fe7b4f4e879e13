"""What is known of the words in a status cell beside what they mean, each by its letters and digits alone."""

from __future__ import annotations

# What people write where they have nothing to say; the last are what our own appendix prints.
NOTHING_SAID = frozenset(
    "na none nil tbc tba tbd notapplicable tobeconfirmed noupdate nocomment nocomments noupdatethisquarter seeabove "
    "asabove updaterequired awaitingupdate noupdateprovided noupdatereceived nostatusgiven nocommentgiven "
    "noupdateneeded colouronly".split()
)

# Default spellings that say something else than the word they count as, which would be lost: "Closed" is not yet done.
SAYS_MORE = frozenset(
    "closed closedout resolved fixed wontfix wontdo readytostart "
    "notdue notyetdue notyetrequired planned "
    "ontrack ontarget onschedule oncourse partiallyimplemented partlyimplemented "
    "partimplemented partcomplete partcompleted partiallycomplete partiallycompleted partlycomplete partlycompleted "
    "partdone partlydone partiallydone corrected fullycorrected partiallycorrected "
    "remediated fullyremediated behindplan "
    "behindschedule offtrack delayed slipped paused suspended deferred postponed parked achieved implemented "
    "fullyimplemented "
    "fullyachieved partachieved partiallyachieved partlyachieved delivered actioned discharged replaced "
    "nolongerrequired nolongerneeded cancelled canceled withdrawn dropped willnotimplement nofurtheraction "
    "nolongerfeasible abandoned discontinued aborted notproceeding notproceededwith notbeingpursued nottakenforward "
    "notbeingtakenforward willnotbeimplemented notgoingahead fullydelivered fullyresolved "
    "someprogress someprogressmade goodprogress goodprogressmade makingprogress progressingwell implementedinpart "
    "underdevelopment indevelopment beingdeveloped beingdrafted partresolved partlyresolved partiallyresolved "
    "nearlycomplete nearlycompleted nearlydone nearlyfinished almostcomplete almostcompleted almostdone almostfinished "
    "mostlycomplete mostlycompleted mostlydone largelycomplete largelycompleted substantiallycomplete "
    "substantiallycompleted".split()
)
# What says that there is work to do, and nothing of how far it has come: too little to be a default spelling.
SAYS_OPEN = frozenset(
    "open opened new active assigned reopened outstanding overdue late pending incomplete notcomplete notcompleted "
    "notdone notimplemented notachieved notcorrected notmet unresolved blocked backlog inreview "
    "underreview beingreviewed scheduled awaiting waiting escalated atrisk carriedforward carriedover".split()
)
