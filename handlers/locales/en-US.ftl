### Every answer is one message. `.speech` is said, `.reprompt` keeps the session open
### and is said after a silence, `.title` and `.card` are written. Numbered attributes
### (`.speech-2`) are other wordings of the same. SSML may stand in speech only.

-skill = Record Shelf
-service = Spotify

## Phrases inside answers

playlist-number = playlist number { $number }
track-number = track number { $number }
artist-nameless = an artist without a name
somebody-else = somebody else
track-by = { $title } by { $artists }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
from-album = , from the album { $album }
track-length = . It runs { $length }
playlist-length = , { $length } in all
playlist-length-at-least = , at least { $length } in all
seconds = { $count ->
        [one] one second
       *[other] { $count } seconds
    }
minutes = { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
hours = { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }
hours-and-minutes = { hours } and { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
partial = I could read only { $read } of { $total } just now.{" "}
list-changed = Your library has changed since, so I went to where we were.{" "}
shelf-count = { $count ->
        [0] no playlists yet
        [one] one playlist
       *[other] { $count } playlists
    }

## Opening the skill

launch =
    .speech = Welcome to { -skill }. You have { shelf-count }. You can say, list my playlists, open one by its name, or ask what you should listen to. What would you like?
    .speech-2 = This is { -skill }, with { shelf-count } of yours. Ask for your playlists, for one of them by name, or for something to listen to. What shall it be?
    .reprompt = You can say, list my playlists. What would you like?
    .title = { -skill }
    .card =
        You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
launch-named =
    .speech = Hello, { $name }. You have { shelf-count }. You can say, list my playlists, open one by its name, or ask what you should listen to. What would you like?
    .speech-2 = Welcome back, { $name }. There are { shelf-count } on your shelf. Ask for your playlists, for one of them by name, or for something to listen to. What shall it be?
    .reprompt = You can say, list my playlists. What would you like?
    .title = { -skill }
    .card =
        Hello, { $name }. You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
launch-unlinked =
    .speech = Welcome to { -skill }. I read out your { -service } playlists, find one by its name, and recommend music that fits your taste. For that I need to see your library: link your { -service } account with the card in your Alexa app. Or say, try the demo, to hear how I work. What would you like?
    .reprompt = Say, try the demo, or link your account in the Alexa app. What would you like?

## The shelf

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You have { shelf-total }: { $items }. Which one shall I open?
        [first] You have { shelf-total }. The first { $last } are { $items }. Say next for more, or the name of one to open it. Which shall it be?
        [middle] { $first } to { $last } of { $total }: { $items }. Say next for more, or a name to open. Which shall it be?
       *[last] The last of them: { $items }. Which one shall I open?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] There are { shelf-total } on your shelf: { $items }. Which one shall I open?
        [first] There are { shelf-total } on your shelf, beginning with { $items }. Say next to go on, or the name of one. Which shall it be?
        [middle] Then come { $items }. That was { $first } to { $last } of { $total }. Shall I open one, or go on with next?
       *[last] And finally { $items }. Which one shall I open?
    }
    .reprompt = Say next, previous, or the name of a playlist. Which shall it be?
    .title = Your playlists, { $first } to { $last } of { $total }
    .card =
        { $lines }
        From { -service }
shelf-total = { $total ->
        [one] one playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = There are no playlists in your { -service } library yet. When you have made or followed one, I will read it out. I can still recommend something. Would you like to ask, what should I listen to?
    .reprompt = You can ask, what should I listen to. What would you like?

## One playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } has { track-total }{ $length }: { $items }. What would you like next?
        [first] { $name } has { track-total }{ $length }. It begins with { $items }. Say next for more. What would you like?
        [middle] Tracks { $first } to { $last } of { $total }: { $items }. Say next for more. What would you like?
       *[last] It ends with { $items }. What would you like next?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Here is { $name }, { track-total }{ $length }: { $items }. What would you like next?
        [first] Here is { $name }, { track-total }{ $length }. First come { $items }. Say next to go on. What would you like?
        [middle] Then { $items }. That was up to { $last } of { $total }. Shall I go on with next, or do something else?
       *[last] And at the end { $items }. What would you like next?
    }
    .reprompt = Say next, previous, or the name of another playlist. What would you like?
    .title = { $name }, { $first } to { $last } of { $total }
    .card =
        { $lines }
        From { -service }
track-total = { $total ->
        [one] one track
       *[other] { $total } tracks
    }
tracks-none =
    .speech = There is nothing on { $name } yet. Which other playlist shall I open?
    .reprompt = Say the name of a playlist. Which shall it be?
track-details =
    .speech = Number { $number } is { $track }{ $album }{ $length }. What would you like next?
    .reprompt = Say next, a number, or the name of a playlist. What would you like?
playlist-theirs =
    .speech = { $name } belongs to { $owner }, and { -service } lets me read only playlists that are yours or that you edit together with others. Which of yours shall I open instead?
    .reprompt = Say the name of a playlist of yours. Which shall it be?
playlist-gone =
    .speech = That playlist is not on your shelf any more. Which other one shall I open?
    .reprompt = Say the name of a playlist. Which shall it be?

## Finding the one that is meant

which-playlist =
    .speech = Which playlist do you mean?
    .speech-2 = Which one shall it be?
    .reprompt = Tell me the name of a playlist, or say, list my playlists. Which shall it be?
did-you-mean =
    .speech = I found { $name }. Is that the one?
    .speech-2 = Did you mean { $name }?
    .reprompt = Say yes for { $name }, or tell me another name. Is that the one?
did-you-mean-which =
    .speech = Did you mean { $first }, or { $second }?
    .speech-2 = Is it { $first }, or { $second }?
    .reprompt = Say the first or the second, or tell me another name. Which one is it?
no-such-playlist =
    .speech = I heard { $heard }, and there is no playlist like that on your shelf. Tell me its name again, or say, list my playlists. Which shall it be?
    .speech-2 = I did not find a playlist called { $heard }. Try it once more, or say, list my playlists. Which shall it be?
    .reprompt = Tell me the name of a playlist, or say, list my playlists. Which shall it be?

yes-to-nothing =
    .speech = Gladly, but to what? You can say, list my playlists, or ask, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
no-not-that =
    .speech = All right, not that one. Tell me the name once more, or say, list my playlists, and pick one by its number. Which shall it be?
    .reprompt = Tell me a name, or say, list my playlists. Which shall it be?
no-then-what =
    .speech = All right. What would you like instead?
    .reprompt = You can say, list my playlists, or stop. What would you like?
which-number =
    .speech = Which number do you mean?
    .reprompt = Say a number of the list, or the name of a playlist. Which one shall it be?

## Moving through a list

list-end =
    .speech = That was the end of the list. Say previous, start over, or a name. What would you like?
    .reprompt = Say start over, or the name of a playlist. What would you like?
list-start =
    .speech = This is the beginning of the list. Say next, or a name. What would you like?
    .reprompt = Say next, or the name of a playlist. What would you like?
list-no-such =
    .speech = { $total ->
        [one] There is only one on this list. Shall I read it again with repeat?
       *[other] This list goes from one to { $total }. Which number would you like?
    }
    .reprompt = Say a number, or next. Which shall it be?
nothing-to-page =
    .speech = I am not reading a list just now, so there is nothing to go on with. Say, list my playlists, to begin. What would you like?
    .reprompt = You can say, list my playlists. What would you like?

## Help, and what nobody understands

help =
    .speech = Say, list my playlists. Or, open, and the name of a playlist. Or ask, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
help-list =
    .speech = Say next or previous to move on, or a name or a number to hear more about it. Say, list my playlists, to go back to your shelf. What would you like?
    .reprompt = Say next, or a name. What would you like?
help-which =
    .speech = Tell me the name of one of your playlists, as you would say it to a friend. Or say, list my playlists. Which one shall it be?
    .reprompt = Tell me a name, or say, list my playlists. Which one shall it be?
help-meant =
    .speech = Say yes, or no, or the first, or the second. You can also say the name once more. Which one is it?
    .reprompt = Say the first or the second, or a name. Which one is it?
help-confirm =
    .speech = Say yes and I do it, or no and everything stays as it is. Shall I?
    .reprompt = Yes or no?
help-unlinked =
    .speech = I read out { -service } playlists and recommend music. Say, try the demo, to hear how. For your own music, link your { -service } account in the Alexa app. What would you like?
    .reprompt = Say, try the demo. What would you like?
fallback =
    .speech = I did not get that. You can say, list my playlists, or ask, what should I listen to. What would you like?
    .speech-2 = That is beyond me. Try, list my playlists, or, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
fallback-list =
    .speech = I did not get that. Say next, previous, or the name of a playlist. What would you like?
    .reprompt = Say next, or the name of a playlist. What would you like?
fallback-which =
    .speech = I did not catch the name. You can also say, list my playlists, and pick one by its number. Which one shall it be?
    .reprompt = Tell me a name, or say, list my playlists. Which one shall it be?
fallback-meant =
    .speech = I did not get that. Say the first or the second, or the name once more. Which one is it?
    .reprompt = Say the first or the second. Which one is it?
fallback-confirm =
    .speech = I did not get that. Yes or no?
    .reprompt = Yes or no?
fallback-unlinked =
    .speech = I did not get that. Say, try the demo, to hear how I work, or help. What would you like?
    .reprompt = Say, try the demo, or help. What would you like?
goodbye =
    .speech = Goodbye.
    .speech-2 = Until next time.

## When something went wrong

apology-not-linked =
    .speech = For that I need to see your { -service } library, and your account is not linked yet. Open the Alexa app: I put a card there that links it.
apology-link-expired =
    .speech = { -service } no longer accepts my access to your library: that happens every few months, or when it was withdrawn. Please link your account again with the card in the Alexa app.
apology-scope-missing =
    .speech = You linked your account before I could do this, so one permission is missing. Please link your { -service } account again with the card in the Alexa app.
apology-not-admitted =
    .speech = { -service } does not let me see your library yet: whoever runs this skill has to add your account to its list of users first. Please ask them.
apology-forbidden =
    .speech = { -service } does not let me read that.
apology-premium-required =
    .speech = { -service } offers that to Premium accounts only.
apology-not-found =
    .speech = I cannot find that any more; it may have been removed meanwhile. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
apology-no-active-device =
    .speech = There is no device that { -service } is open on just now.
apology-rate-limited =
    .speech = { $minutes ->
        [one] { -service } asks me to slow down. Please try again in a minute.
       *[other] { -service } asks me to slow down. Please try again in { $minutes } minutes.
    }
apology-quota-exceeded =
    .speech = So many people asked today that { -service } has had enough of my questions. Please try again later.
apology-rejected =
    .speech = { -service } did not understand my question. I am sorry; that is my fault, not yours. Please try something else later.
apology-unavailable =
    .speech = I cannot reach { -service } just now. Please try again in a little while.
apology-too-slow =
    .speech = { -service } takes too long to answer just now. Please try again in a moment.
apology-unreadable =
    .speech = { -service } gave me an answer that I cannot read. Please try again in a little while.
apology-deadline =
    .speech = That takes longer than I may think about it. Please ask again: it is often quicker the second time.
apology-provider =
    .speech = I could not get that from { -service }. Please try again in a little while.
apology-busy =
    .speech = More people are asking just now than I can answer. Please try again in a moment.
apology-unexpected =
    .speech = Something went wrong on my side. I am sorry. Please try again in a little while.
