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
track-by = { $title } by { $artist }
track-by-two = { $title } by { $artist } with { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
from-album = , from the album { $album }
track-length = . It runs for { $length }
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
wait = { $unit ->
        [minutes] { $count ->
            [one] in a minute
           *[other] in { $count } minutes
        }
        [hours] { $count ->
            [one] in about an hour
           *[other] in about { $count } hours
        }
        [tomorrow] tomorrow
       *[later] later
    }
from-service = From { -service }
from-sample = From the built-in sample shelf
stale = { -service } is not answering just now, so this is from earlier.{" "}
partial = I could read only { $read } of { $total } just now.{" "}
unreadable = { $count ->
        [one] I left out one that I cannot read.
       *[other] I left out { $count } that I cannot read.
    }{" "}
list-changed = Your library has changed since, so I went to where we were.{" "}
shelf-count = { $count ->
        [0] no playlists yet
        [one] one playlist
       *[other] { $count } playlists
    }
launch-hint = { $count ->
        [0] I can recommend something all the same: ask, what should I listen to.
       *[other] You can say, list my playlists, open one by its name, or ask what you should listen to.
    }
launch-offer = { $count ->
        [0] I can recommend something all the same: ask, what should I listen to.
       *[other] Ask for your playlists, for one of them by name, or for something to listen to.
    }

## Opening the skill

launch =
    .speech = Welcome to { -skill }. You have { shelf-count }. { launch-hint } What would you like?
    .speech-2 = This is { -skill }. Your shelf holds { shelf-count }. { launch-offer } What shall it be?
    .reprompt = You can say, list my playlists. What would you like?
    .title = { -skill }
    .card =
        You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
launch-named =
    .speech = Hello, { $name }. You have { shelf-count }. { launch-hint } What would you like?
    .speech-2 = Welcome back, { $name }. Your shelf holds { shelf-count }. { launch-offer } What shall it be?
    .reprompt = You can say, list my playlists. What would you like?
    .title = { -skill }
    .card =
        Hello, { $name }. You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
launch-without-playlists =
    .speech = Welcome to { -skill }. I cannot read your playlists just now, but you can ask what you should listen to. What would you like?
    .reprompt = You can say, what should I listen to. What would you like?
launch-unlinked =
    .speech = Welcome to { -skill }. I read out your { -service } playlists, find one by its name, and recommend music that fits your taste. For that I need to see your library: link your { -service } account with the card in your Alexa app. Or say, try the demo, to hear how I work. What would you like?
    .reprompt = Say, try the demo, or link your account in the Alexa app. What would you like?

## The shelf

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You have { shelf-total }: { $items }. { open-which }
        [first] You have { shelf-total }. The first { $last } are { $items }. Say next for more, or the name of one to open it. Which shall it be?
        [middle] { $first } to { $last } of { $total }: { $items }. Say next for more, or a name to open. Which shall it be?
       *[last] The last of them: { $items }. Which one shall I open?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Your shelf holds { shelf-total }: { $items }. { open-which }
        [first] Your shelf holds { shelf-total }, beginning with { $items }. Say next to go on, or the name of one. Which shall it be?
        [middle] Then come { $items }. That was { $first } to { $last } of { $total }. Shall I open one, or go on with next?
       *[last] And finally { $items }. Which one shall I open?
    }
    .reprompt = Say next, previous, or the name of a playlist. Which shall it be?
    .title = Your playlists, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [one] Shall I open it?
       *[other] Which one shall I open?
    }
shelf-total = { $total ->
        [one] one playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = There are no playlists in your { -service } library yet. When you have made or followed one, I will read it out. I can still recommend something: ask, what should I listen to. What would you like?
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
        [middle] Then { $items }. That was up to { $last } of { $total }. Shall I go on, or would you like something else?
       *[last] And at the end { $items }. What would you like next?
    }
    .reprompt = Say next, previous, or the name of another playlist. What would you like?
    .title = { $name }, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
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
playlist-long =
    .speech = { $partial }{ $name } has { track-total }{ $length }. What would you like next?
    .reprompt = Say open, next, or the name of a playlist. What would you like?
playlist-maker =
    .speech = { $maker ->
        [mine] You made { $name } yourself. What would you like next?
        [together] { $owner } began { $name }, and several people add to it. What would you like next?
        [shared] Several people add to { $name }. What would you like next?
        [unknown] I do not know who made { $name }. What would you like next?
       *[theirs] { $name } is by { $owner }. What would you like next?
    }
    .reprompt = You can ask how long it is, or say the name of another playlist. What would you like?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] The latest on { $name }: { $items }{ $since }. What would you like next?
        [first] The latest on { $name }: { $items }{ $since }. Say next for what came before. What would you like?
        [middle] Before that came { $items }. Say next for more. What would you like?
       *[last] And right at the beginning, { $items }. What would you like next?
    }
    .reprompt = Say next, or the name of another playlist. What would you like?
    .title = Latest on { $name }
    .card =
        { $lines }
        { $source }
news-since = . The newest one came on { $date }
news-none =
    .speech = There is nothing on { $name } yet. Which other playlist shall I open?
    .reprompt = Say the name of a playlist. Which shall it be?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } belongs to { $owner }, and { -service } lets me read only playlists that are yours or that you edit together with others. Which of yours shall I open instead?
       *[other] { -service } does not let me read { $name }. I can read most playlists that are yours or that you edit together with others. Which other one shall I open?
    }
    .reprompt = Say the name of a playlist of yours. Which shall it be?
playlist-gone =
    .speech = That playlist is not on your shelf any more. Which other one shall I open?
    .reprompt = Say the name of a playlist. Which shall it be?

## What was saved, heard and loved

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You have saved { $items }. What would you like next?
        [first] Saved last: { $items }. Say next for what came before. What would you like?
        [middle] Before that, { $items }. Say next for more. What would you like?
       *[last] And before those, { $items }. What would you like next?
    }
    .reprompt = Say next, a number, or list my playlists. What would you like?
    .title = Saved lately
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = There are no saved songs in your library yet. You can say, list my playlists. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You listened to { $items }. What would you like next?
        [first] Most recently you listened to { $items }. Say next for what came before. What would you like?
        [middle] Before that, { $items }. Say next for more. What would you like?
       *[last] And before all that, { $items }. What would you like next?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] The last things you heard were { $items }. What would you like next?
        [first] The last things you heard were { $items }. Say next to go further back. What would you like?
        [middle] Further back, { $items }. Say next to go on. What would you like?
       *[last] And furthest back, { $items }. What would you like next?
    }
    .reprompt = Say next, or ask what you should listen to. What would you like?
    .title = Heard lately
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { -service } does not tell me of anything that you heard lately. You can ask, what should I listen to. What would you like?
    .reprompt = You can ask, what should I listen to. What would you like?
during = { $span ->
        [weeks] in the last four weeks
        [years] over the years
       *[months] in the last six months
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] What you heard most { during }: { $items }. What would you like next?
        [first] The artists you heard most { during } are { $items }. Say next for more. What would you like?
        [middle] Then come { $items }. Say next for more. What would you like?
       *[last] And then { $items }. What would you like next?
    }
    .reprompt = Say next, or name a period, like, my top artists of all time. What would you like?
    .title = Your top artists { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } does not know enough about what you heard { during }. Try, my top artists of all time. What would you like?
    .reprompt = You can say, my top artists of all time. What would you like?
artist-details =
    .speech = Number { $number } is { $name }{ $genres }. Say, something like { $name }, and I look for more. What would you like?
    .reprompt = Say next, or ask for something like { $name }. What would you like?
artist-genres = , known for { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] What you heard most { during }: { $items }. What would you like next?
        [first] The songs you heard most { during } are { $items }. Say next for more. What would you like?
        [middle] Then come { $items }. Say next for more. What would you like?
       *[last] And then { $items }. What would you like next?
    }
    .reprompt = Say next, or name a period, like, my top songs of all time. What would you like?
    .title = Your top songs { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } does not know enough about what you heard { during }. Try, my top songs of all time. What would you like?
    .reprompt = You can say, my top songs of all time. What would you like?

## New from the artists one follows

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] New in the last three months: { $items }. What would you like next?
        [first] New in the last three months: { $items }. Say next for more. What would you like?
        [middle] Then { $items }. Say next for more. What would you like?
       *[last] And { $items }. What would you like next?
    }
    .reprompt = Say next, or a number to hear more about one. What would you like?
    .title = New releases
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] You do not follow any artists on { -service } yet, so there is nobody to ask about.
        [one] The artist you follow has released nothing in the last three months.
       *[other] The { $artists } artists you follow and hear most have released nothing in the last three months.
    } What would you like instead?
    .reprompt = You can ask, what should I listen to. What would you like?
releases-partial = { $count ->
        [one] I could not ask about one of your artists just now.
       *[other] I could not ask about { $count } of your artists just now.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Number { $number } is { $album }{ $total ->
        [0] {""}
        [one] , a single track
       *[other] , { $total } tracks
    }{ $day }. What would you like next?
    .reprompt = Say next, a number, or list my playlists. What would you like?
released-on = , released on { $date }
released-in = , released in { $date }

## Where a song is

which-song =
    .speech = Say, which playlist has, and then the title. Which song are you looking for?
    .reprompt = Say, which playlist has, and the title of the song. Which song is it?
song-there =
    .speech = { $heard } is on { $name }. I searched { searched-of }. Shall I open it?
    .reprompt = Shall I open { $name }?
song-where =
    .speech = { $heard } is on { $names }{ $more ->
        [0] {""}
       *[other] , and on { $more } more
    }. I searched { searched-of }. Which one shall I open?
    .reprompt = Tell me the name of a playlist. Which one shall I open?
song-nowhere =
    .speech = I did not find { $heard }. I searched { searched-of }. Say, which playlist has, and another title, or, list my playlists. What would you like?
    .reprompt = Say, which playlist has, and a title. Which song is it?
searched-of = { $total ->
        [0] no playlist, because there is none that I may read
        [one] your one playlist
       *[other] { $left ->
            [0] all { $total } playlists that I may read
           *[other] { $searched } of the { $total } playlists that I may read
        }
    }

## The account

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] There are no playlists on your shelf yet. What would you like instead?
        [one] There is one playlist on your shelf. Shall I open it, or what would you like?
       *[other] There are { $count } playlists on your shelf; { own-among }. What would you like?
    }
    .reprompt = You can say, list my playlists. What would you like?
own-among = { $unknown ->
        [0] { $others ->
                [0] all of them are your own
               *[other] { $own ->
                    [0] none of them is your own
                    [one] one of them is your own
                   *[other] { $own } of them are your own
                }
            }
       *[other] { $own ->
            [0] I do not know which of them are your own
            [one] at least one of them is your own
           *[other] at least { $own } of them are your own
        }
    }
account-of =
    .speech = This is the { -service } account of { $name }. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
account-sample =
    .speech = No account is linked: this is the built-in sample shelf. To hear your own music, link your { -service } account in the Alexa app. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
account-nameless =
    .speech = A { -service } account is linked, but it has no name that I could say. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
refreshed =
    .speech = I have read your library anew. You have { shelf-count }. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
refresh-later =
    .speech = I could not do that just now. What I know of your library is renewed by itself before long. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
forget-me =
    .speech = I would forget everything that I have read from your library and what you told me you like. Your { -service } account itself stays as it is. Shall I do that?
    .reprompt = Shall I forget everything? Yes or no?
forgotten =
    .speech = Done. I have forgotten what I knew of you. To unlink your account too, disable the skill in the Alexa app. Goodbye.
forget-later =
    .speech = I cannot reach my memory just now. Please ask me again in a little while; anything that stays expires by itself within two weeks.

## The demo

demo =
    .speech = Here is a sample shelf of old music. Ask me to list my playlists, to open Deep Focus, or, what should I listen to. What would you like?
    .speech-2 = Imagine that this shelf of old music were yours. Say, list my playlists, open Ragtime Party, or, what should I listen to. What shall it be?
    .reprompt = You can say, list my playlists. What would you like?
demo-needless =
    .speech = You need no demo: your own library is linked. Say, list my playlists, or, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
progress =
    .speech = One moment, I am looking.
    .speech-2 = Let me look through your music.

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
no-such-playlist-partial =
    .speech = I did not find a playlist called { $heard }. { $partial }Try it once more, or say, list my playlists. Which shall it be?
    .reprompt = Tell me the name of a playlist, or say, list my playlists. Which shall it be?

yes-to-nothing =
    .speech = Gladly, but to what? You can say, list my playlists, or ask, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
no-not-that =
    .speech = All right, not that one. Tell me another name, or say, list my playlists, and pick one by its number. Which shall it be?
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
        [one] There is only one on this list. Say repeat to hear it again. What would you like?
       *[other] This list goes from one to { $total }. Which number would you like?
    }
    .reprompt = Say a number, or next. Which shall it be?
list-unreadable =
    .speech = There is something on this list, but I cannot read any of it just now. You can say, list my playlists, or ask, what should I listen to. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
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
    .speech = { -service } asks me to slow down. Please try again { wait }.
apology-quota-exceeded =
    .speech = So many people asked today that { -service } has had enough of my questions. Please try again { wait }.
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

## What to listen to

picks =
    .speech = { $notice }{ $count ->
        [one] How about { $items }? I chose it because { $reason }. Do you like it?
       *[other] How about { $items }? I chose the first because { $reason }. Say another for more. Do you like the first?
    }
    .speech-2 = { $notice }{ $count ->
        [one] There is { $items }, because { $reason }. Is that something for you?
       *[other] Listen to { $items }. The first, because { $reason }. Say another, why, or not that. Is the first something for you?
    }
    .speech-3 = { $notice }{ $count ->
        [one] I would play you { $items }, because { $reason }. Would you like that?
       *[other] I would play you { $items }. Number one, because { $reason }. Would you like that, or another?
    }
    .reprompt = Say I like it, not that, why, or another. What do you think?
    .title = For you
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = I no longer know what I recommended. Ask, what should I listen to, for something new. What would you like?
    .reprompt = You can ask, what should I listen to. What would you like?
picks-dry =
    .speech = That is all I have for you today. Say start over to hear it again, or ask for something else, for example, something calm. What would you like?
    .speech-2 = The well is dry for today. You can say start over, or name a mood or a genre. What would you like?
    .reprompt = Say start over, or ask for something calm. What would you like?
pick-details =
    .speech = Number { $number } is { $track }{ $album }{ $length }. I chose it because { $reason }. Do you like it?
    .reprompt = Say I like it, not that, more like this, or another. Do you like it?
why =
    .speech = I chose { $track } because { $reasons }. Shall I remember that you like it?
    .speech-2 = For { $track } there is this to say: { $reasons }. Do you like it?
    .reprompt = Say I like it, not that, or another. Do you like it?
    .title = Why this?
    .card =
        { $track }: { $reasons }.
        { $source }
why-nothing =
    .speech = I have not recommended anything yet. Ask, what should I listen to, and then why. What would you like?
    .reprompt = You can ask, what should I listen to. What would you like?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] I do not know your taste yet: there is nothing that you have played or saved for me to go by.
       *[other] I do not know your taste yet, because I could not see everything that you play and save.
    } Name an artist, for example, recommend something like Nina Simone. Which artist do you like?
    .reprompt = Say, recommend something like, and the name of an artist. Which artist do you like?
wish-unmet =
    .speech = { $gaps }I found nothing for { $heard }, and I do not know your taste yet. Name an artist, for example, recommend something like Nina Simone. Which artist do you like?
    .reprompt = Say, recommend something like, and the name of an artist. Which artist do you like?
rediscover-none =
    .speech = { $count ->
        [0] You have no playlist of your own that I could search. Ask, what should I listen to, instead. What would you like?
        [one] I searched one of your playlists, and you have heard all of it lately. Ask me again tomorrow, or ask, what should I listen to. What would you like?
       *[other] I searched { $count } of your playlists, and you have heard all of it lately. Ask me again tomorrow, or ask, what should I listen to. What would you like?
    }
    .reprompt = You can ask, what should I listen to. What would you like?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] How about { $items }? { $total ->
            [one] I thought of it because { $reason }.
           *[other] I thought of the first because { $reason }.
        } { open-which }
        [first] How about { $items }? I thought of the first because { $reason }. Say next for more. Which one shall I open?
       *[other] There is also { $items }. Which one shall I open?
    }
    .reprompt = Say the name of a playlist, the first one, or next. Which one shall I open?
    .title = Playlists for you, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = There is no playlist on your shelf that I could recommend. Ask, what should I listen to, instead. What would you like?
    .reprompt = You can ask, what should I listen to. What would you like?

## Said before recommendations; each ends with a space

notices = { $first }{ $then }
notice-again = You have heard all that I have for today, so here it is from the top.{" "}
notice-unmet = I found nothing for { $heard }, but these fit you anyway.{" "}
notice-nothing-new = I found nothing new just now, but you may like these.{" "}
notice-nothing-familiar = You have heard what I know you like, so here is something new.{" "}
notice-heard = You know these already.{" "}
notice-playlists = These are from your own playlists.{" "}
notice-searched = { $count ->
        [one] I searched one of your playlists for what you have not heard lately.{" "}
       *[other] I searched { $count } of your playlists for what you have not heard lately.{" "}
    }
notice-liked = Good, I will remember that you like { $track }.{" "}
notice-disliked = All right, nothing like { $track } for a while.{" "}
notice-more-like = More like { $track }.{" "}
notice-missing = I had to do without { $sources } just now.{" "}
notice-scope = I am not yet allowed to see { $sources }; link your account again to add that.{" "}
source-favourites = your favourites
source-plays = what you played lately
source-saves = your saved songs
source-followed = the artists you follow
source-playlists = your playlists
source-discovery = new music

## Reasons; each follows "because"

reason-fits = it fits what you listen to
reason-of-the-day = its turn has come today
reason-top-track = it is among the songs you played most { $span ->
        [weeks] in recent weeks
        [months] in recent months
       *[years] over the years
    }
reason-top-artist = { $about } is one of your top artists { $span ->
        [weeks] of recent weeks
        [months] of recent months
       *[years] of all time
    }
reason-top-tracks = { $count ->
        [one] one of your top songs
       *[other] { $count } of your top songs
    } { $span ->
        [weeks] of recent weeks
        [months] of recent months
       *[years] of all time
    } { $count ->
        [one] is by { $about }
       *[other] are by { $about }
    }
reason-played = { $count ->
        [one] you played { $about } lately
       *[other] { $count } of your last plays were { $about }
    }
reason-saved = { $count ->
        [one] you saved a song by { $about }
       *[other] you saved { $count } songs by { $about }
    }
reason-followed = you follow { $about }
reason-playlist = it is on your playlist { $about }
reason-genre = it is { $about }, like { $count ->
        [one] an artist
       *[other] { $count } artists
    } you listen to
reason-mood = it suits a { $about } mood
reason-activity = it goes well with { $about }
reason-asked-genre = it is { $about }, as you asked
reason-asked-artist = it is by { $about }
reason-kindred = it is the kind of music that { $about } makes
reason-liked = you liked { $about }
reason-named = its name says { $about }, whom you play a lot
reason-holds = { $count ->
        [one] one of its songs is
       *[other] { $count } of its songs are
    } by { $about }, whom you play a lot

## On a screen

screen-playlists = My playlists
screen-recommend = What should I listen to?
screen-next = Next
screen-previous = Previous
screen-another = Another
screen-demo = Try the demo
screen-link-title = Link your { -service } account
screen-link-text = Open the Alexa app on your phone: the card of { -skill } there links your { -service } account.
touch-gone =
    .speech = That is not there any more; your library has changed since. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
