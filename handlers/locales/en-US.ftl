### Every answer is one message. `.speech` is said, `.reprompt` keeps the session open
### and is said after a silence, `.title` and `.card` are written. Numbered attributes
### (`.speech-2`) are other wordings of the same. SSML may stand in speech only.

-skill = Record Shelf
-service = Spotify

## Phrases inside answers

playlist-number = playlist number { $number }
playlist-of-size = { $name } with { $count ->
        [one] one track
       *[other] { $count } tracks
    }
playlist-of-owner = { $name } by { $owner }
playlist-at = { $name }, number { $number }
track-number = track number { $number }
artist-nameless = an artist without a name
track-by = { $title } by { $artist }
track-by-two = { $title } by { $artist } with { $guest }
track-of-album = { $track } from { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
from-album = , from the album { $album }
from-album-of-year = , from the album { $album }, released in { $year }
of-year = , released in { $year }
track-length = . It runs for { $length }
playlist-length = , { $length }
playlist-length-at-least = , at least { $length } in all
playlist-length-unknown = , but I can't see how long it runs
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
stale = I couldn't get anything newer from { -service } just now, so this is from { $unit ->
        [minutes] { $count ->
            [one] a minute ago
           *[other] { $count } minutes ago
        }
        [hours] { $count ->
            [one] about an hour ago
           *[other] about { $count } hours ago
        }
       *[later] earlier
    }.{" "}
partial = I could read only { $read } of { $total } just now.{" "}
unreadable = { $count ->
        [one] I left out one that I cannot read.
       *[other] I left out { $count } that I cannot read.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] a minute ago
           *[other] { $count } minutes ago
        }
        [days] { $count } days ago
       *[hours] { $count ->
            [one] about an hour ago
           *[other] about { $count } hours ago
        }
    }
list-changed = Your library has changed since, so I went to where we were.{" "}
shelf-count = { $count ->
        [0] no playlists yet
        [one] one playlist
       *[other] { $count } playlists
    }
## Opening the skill

launch =
    .speech = Hi, this is { -skill }. You have { shelf-count }. Shall I pick something for you to hear?
    .speech-2 = { -skill } here. You have { shelf-count }. Want me to pick something for you?
    .speech-3 = This is { -skill }. You have { shelf-count }. Want me to pick something good?
    .reprompt = You can also say, list my playlists. Shall I pick something?
    .title = { -skill }
    .card =
        You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
        Next time: "Alexa, open record shelf", or with Alexa+ "Alexa, open record shelf skill".
launch-named =
    .speech = Hi, { $name }. You have { shelf-count }. Shall I pick something for you to hear?
    .speech-2 = Hello, { $name }. You have { shelf-count }. Want me to pick something for you?
    .speech-3 = Good to hear you, { $name }. You have { shelf-count }. Want me to pick something good?
    .reprompt = You can also say, list my playlists. Shall I pick something?
    .title = { -skill }
    .card =
        Hello, { $name }. You have { shelf-count } on { -service }.
        Try: "list my playlists", "open" and a playlist's name, or "what should I listen to".
        Next time: "Alexa, open record shelf", or with Alexa+ "Alexa, open record shelf skill".
launch-without-playlists =
    .speech = Welcome to { -skill }. I cannot read your playlists just now, but you can ask what you should listen to. What would you like?
    .reprompt = You can say, what should I listen to. What would you like?
launch-unlinked =
    .speech = Hi, this is { -skill }. To hear about your own music, link { -service } in your Alexa app. Want to try a demo?
    .reprompt = Link { -service } in your Alexa app. Want to try a demo?

## How an answer ends

what-next =
    .words = What next?
    .words-2 = Anything else?
    .words-3 = What would you like next?
what-then =
    .words = What would you like?
    .words-2 = What shall it be?
go-on =
    .words = Want to hear more?
    .words-2 = Shall I go on?
play-it =
    .words = Shall I play it?
    .words-2 = Want to hear it?
    .words-3 = Play it?
like-it =
    .words = Do you like it?
    .words-2 = Like it?
still-open = { $kind ->
        [which] Which playlist?
        [meant] Which one was it?
        [one] Was that the one?
        [artist] Which artist?
        [song] Which song?
        [number] Which number?
        [speaker] Which speaker?
        [demo] Want to try the demo?
       *[recommend] Shall I pick something?
    }

## The shelf

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You have { shelf-total }: { $items }. { open-which }
        [first] You have { shelf-total }. The first { $last } are { $items }. Which one, or say next?
        [middle] Next, { $items }. Which one, or say next?
        [again] Here are { $items }. Which one, or say next?
       *[last] And the last ones, { $items }. Which one?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] That's { shelf-total }: { $items }. { open-which }
        [first] { shelf-total }, starting with { $items }. Which one, or say next?
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And finally { $items }. Which one?
    }
    .reprompt = Say next, or the name of a playlist. Which one?
    .screen = Your playlists
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
    .speech = You don't have any playlists yet. I can still find you some music. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?

## One playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } has { track-total }{ $length }: { $items }. { $asks ->
            [1] Shall I play it?
           *[0] Anything else?
        }
        [first] { $name } has { track-total }{ $length }. It starts with { $items }. { $asks ->
            [1] Shall I play it?
           *[0] Want to hear more?
        }
        [middle] Next, { $items }. Want to hear more?
        [again] Here are { $items }. Want to hear more?
       *[last] And it ends with { $items }. Anything else?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Here's { $name }, { track-total }{ $length }: { $items }. { $asks ->
            [1] Shall I play it?
           *[0] What next?
        }
        [first] Here's { $name }, { track-total }{ $length }. First { $items }. { $asks ->
            [1] Shall I play it?
           *[0] Shall I go on?
        }
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And last, { $items }. What next?
    }
    .reprompt = Say next, or another playlist. What would you like?
    .title = { $name }, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] one track
       *[other] { $total } tracks
    }
tracks-none =
    .speech = There's nothing on { $name } yet. Which other playlist shall I open?
    .reprompt = Which playlist?
track-details =
    .speech = Number { $number } is { $track }{ $album }{ $length }. What next?
    .reprompt = Say next, a number, or a playlist. What would you like?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } has { track-total }{ $length }: { $items }. Anything else?
        [first] { $name } has { track-total }{ $length }. It starts with { $items }. Want to hear more?
        [middle] Next, { $items }. Want to hear more?
        [again] Here are { $items }. Want to hear more?
       *[last] And it ends with { $items }. What next?
    }
    .reprompt = Say next, or a number. What would you like?
    .title = { $name }, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = I can't find any songs on that album. What next?
    .reprompt = Ask, what should I listen to. What would you like?
album-unknown =
    .speech = I don't know which album you mean. Ask me for a song, then say, what's on this album. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
item-by =
    .speech = It's by { $artists }{ $album }. What next?
    .speech-2 = That's { $artists }{ $album }. What next?
    .reprompt = Say, more like this, or a number. What would you like?
song-facts =
    .speech = That's { $track }{ $album }{ $year }{ $length }. What next?
    .reprompt = Say, play it, or, more like this. What would you like?
namesakes =
    .speech = { $changed }Several songs are called { $title }, by { $items }. Which one?
    .reprompt = Say a number, or who it's by. Which one?
    .title = Songs called { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = I can't find a song called { $title }. What next?
    .reprompt = What would you like?
no-such-song =
    .speech = I can't find a song called { $heard }. What next?
    .reprompt = Say the title and who it's by. What would you like?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }What next?
    .reprompt = Say, something like { $name }. What would you like?
artist-facts-no-genre =
    .speech = { $newest }I don't know the genre. What next?
    .reprompt = Say, something like { $name }. What would you like?
artist-newest = The newest by { $name } is { $album }, from { $year }. {""}
artist-newest-of-it = The newest is { $album }, from { $year }. {""}
artist-new =
    .speech = New by { $name }: { $items }. What next?
    .reprompt = Ask, what should I listen to. What would you like?
artist-nothing-new =
    .speech = Nothing lately. { $newest }What next?
    .reprompt = Ask, what should I listen to. What would you like?
artist-no-release =
    .speech = I can't see any releases by { $name }. What next?
    .reprompt = Ask, what should I listen to. What would you like?
no-such-artist =
    .speech = I can't find an artist called { $heard }. What next?
    .reprompt = Say the name again, or, what should I listen to. What would you like?
artist-whom =
    .speech = Say, tell me about, and a name. Whom do you mean?
    .reprompt = Say, tell me about, and a name. Whom do you mean?
item-long =
    .speech = { $name } runs for { $length }. What next?
    .reprompt = Say, more like this, or a number. What would you like?
playlist-has =
    .speech = { $partial }Yes, { $name } has { $items }{ $more ->
        [0] {""}
        [one] , and one more
       *[other] , and { $more } more
    }. What next?
    .reprompt = Say open, or another playlist. What would you like?
playlist-lacks =
    .speech = { $partial }No, I can't find { $heard } on { $name }. Shall I look on your other playlists?
    .reprompt = Shall I look on your other playlists?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] { $name } has one song each by { $items }
       *[other] Most often on { $name }: { $items }
    }{ $more ->
        [0] {""}
        [one] , and one more
       *[other] , and { $more } more
    }. What next?
    .reprompt = Say open, or another playlist. What would you like?
playlist-genre-unknown =
    .speech = { $partial }I see no { $genre } on { $name }, but I don't know every song's genre. What next?
    .reprompt = Say open, or another playlist. What would you like?
playlist-shorter =
    .speech = There's only { $songs } on { $name }. What next?
    .reprompt = Say open, or another playlist. What would you like?
nothing-to-compare =
    .speech = I don't know that of these songs. What next?
    .reprompt = Say open, or another playlist. What would you like?
playlist-long =
    .speech = { $partial }{ $name } has { track-total }{ $length }.{ $song } What next?
    .reprompt = Say open, or another playlist. What would you like?
song-playing-by = The song is by { $artists }{ $album }.{" "}
song-playing-long = {" "}This song runs for { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }You made { $name } yourself. What would you like next?
        [together] { $song }{ $owner } began { $name }, and several people add to it. What would you like next?
        [shared] { $song }Several people add to { $name }. What would you like next?
        [nameless] { $song }{ $name } isn't yours, but { -service } doesn't name its owner. What would you like next?
        [unknown] { $song }I do not know who made { $name }. What would you like next?
       *[theirs] { $song }{ $name } is by { $owner }. What would you like next?
    }
    .reprompt = You can ask how long it is, or say the name of another playlist. What would you like?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] New on { $name }: { $items }{ $since }. What next?
        [first] New on { $name }: { $items }{ $since }. Want the ones before?
        [middle] Before that, { $items }. Want to hear more?
        [again] Here are { $items }. Want to hear more?
       *[last] And right at the start, { $items }. What next?
    }
    .reprompt = Say next, or another playlist. What would you like?
    .title = Latest on { $name }
    .card =
        { $lines }
        { $source }
news-since = . The newest one came on { $date }
news-none =
    .speech = There's nothing on { $name } yet. Which other playlist shall I open?
    .reprompt = Which playlist?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } belongs to { $owner }, and { -service } won't let me read it. Which of yours shall I open?
       *[other] { -service } won't let me read { $name }. Which other one shall I open?
    }
    .reprompt = Say the name of a playlist of yours. Which shall it be?
playlist-gone =
    .speech = That playlist isn't there any more. Which other one shall I open?
    .reprompt = Which playlist?

## What was saved, heard and loved

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You've saved { $items }. What next?
        [first] You last saved { $items }. Want the ones before?
        [middle] Before that, { $items }. Want to hear more?
        [again] Here are { $items }. Want to hear more?
       *[last] And the first ones, { $items }. What next?
    }
    .reprompt = Say next, or a number. What would you like?
    .title = Saved lately
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = You haven't saved any songs yet. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] The last one was { $items }. What next?
           *[other] { heard-when } you last heard { $items }. What next?
        }
        [only] { $when ->
            [ever] You've listened to { $items }. What next?
           *[other] { heard-when } you heard { $items }. What next?
        }
        [first] { $when ->
            [ever] You last heard { $items }. Want to go further back?
           *[other] { heard-when } you heard { $items }. Want to hear more?
        }
        [middle] Before that, { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And before all that, { $items }. What next?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] The last one was { $items }. What next?
           *[other] { heard-when } you last heard { $items }. What next?
        }
        [only] { $when ->
            [ever] Lately you've heard { $items }. What next?
           *[other] { heard-when } you heard { $items }. What next?
        }
        [first] { $when ->
            [ever] Lately it was { $items }. Want to hear more?
           *[other] { heard-when } you heard { $items }. Want to hear more?
        }
        [middle] Further back, { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And furthest back, { $items }. What next?
    }
    .reprompt = Say next, or ask what you should listen to. What would you like?
    .title = Heard lately
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] { -service } doesn't show me anything you've heard lately. Ask, what should I listen to. What would you like?
       *[other] { heard-when }? I can't see any plays. { $known }What next?
    }
    .reprompt = Ask, what should I listen to. What would you like?
heard-when = { $when ->
        [today] Today
        [today-morning] This morning
        [today-afternoon] This afternoon
        [today-evening] This evening
        [yesterday] Yesterday
        [yesterday-morning] Yesterday morning
        [yesterday-afternoon] Yesterday afternoon
        [last-night] Last night
        [day-before] The day before yesterday
        [monday] On Monday
        [tuesday] On Tuesday
        [wednesday] On Wednesday
        [thursday] On Thursday
        [friday] On Friday
        [saturday] On Saturday
        [sunday] On Sunday
        [weekend] Over the weekend
        [week] This week
        [last-week] Last week
       *[back-then] Back then
    }
heard-last = The last one was { $track }.{" "}
heard-back-to = { -service } only shows me plays since { $date }.{" "}
during = { $span ->
        [weeks] in the last four weeks
        [years] in about the last year
       *[months] in the last six months
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Your top artist { during } is { $items }. What next?
        [only] Your top artists { during }: { $items }. What next?
        [first] Your top artists { during } are { $items }. Want to hear more?
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And then { $items }. What next?
    }
    .reprompt = Say next, or, my top artists of all time. What would you like?
    .title = Your top artists { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } doesn't know your top artists { during }. Try, my top artists of all time. What would you like?
    .reprompt = Say, my top artists of all time. What would you like?
at-least = at least{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] I can't see any songs by { $artist } among yours. What next?
           *[other] You haven't saved any by { $artist }, but your playlists have at least { $more }. What next?
        }
        [one] You've saved { $least }one song by { $artist }{ $more ->
            [0] {""}
           *[other] , and your playlists have at least { $more } more
        }. What next?
       *[other] You've saved { $least }{ $saved } songs by { $artist }{ $more ->
            [0] {""}
           *[other] , and your playlists have at least { $more } more
        }. What next?
    }
    .reprompt = Ask, what should I listen to. What would you like?
top-genres =
    .speech = Going by your top artists { during }, it's mostly { $genres }. What next?
    .reprompt = Ask, what should I listen to. What would you like?
top-genres-unknown =
    .speech = { -service } doesn't tell me genres. The artists you play most are { $artists }. What next?
    .reprompt = Ask, what should I listen to. What would you like?
last-heard =
    .speech = You last heard { $track } { $ago }. What next?
    .reprompt = Ask, what should I listen to. What would you like?
last-heard-unknown =
    .speech = I can't see { $what } among your last plays. { $known }What next?
    .reprompt = Ask, what should I listen to. What would you like?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] You follow { followed-total }: { $items }. What next?
        [first] You follow { followed-total }. The first are { $items }. Want to hear more?
        [middle] Then { $items }. Shall I go on?
       *[last] And then { $items }. What next?
    }
    .reprompt = Say next, or a number. What would you like?
    .title = Artists you follow
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [one] one artist
       *[other] { $total } artists
    }
followed-none =
    .speech = You don't follow any artists on { -service } yet. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
artist-details =
    .speech = Number { $number } is { $name }{ $genres }. { $newest }What next?
    .reprompt = Say next, or, something like { $name }. What would you like?
artist-genres = , known for { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Your top song { during } is { $items }. What next?
        [only] Your top songs { during }: { $items }. What next?
        [first] Your top songs { during } are { $items }. Want to hear more?
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And then { $items }. What next?
    }
    .reprompt = Say next, or, my top songs of all time. What would you like?
    .title = Your top songs { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } doesn't know your top songs { during }. Try, my top songs of all time. What would you like?
    .reprompt = Say, my top songs of all time. What would you like?

## New from the artists one follows

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] New in the last three months: { $items }. What next?
        [first] New in the last three months: { $items }. Want to hear more?
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And { $items }. What next?
    }
    .reprompt = Say next, or a number. What would you like?
    .title = New releases
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] You don't follow any artists on { -service } yet.
        [one] The artist you follow hasn't released anything in the last three months.
       *[other] The { $artists } artists you follow and play most haven't released anything in the last three months.
    } What else would you like?
    .reprompt = Ask, what should I listen to. What would you like?
releases-partial = { $count ->
        [one] I couldn't check one of your artists just now.
       *[other] I couldn't check { $count } of your artists just now.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Number { $number } is { $album }{ $total ->
        [0] {""}
        [one] , a single track
       *[other] , { $total } tracks
    }{ $day }. What next?
    .reprompt = Say next, or a number. What would you like?
released-on = , released on { $date }
released-in = , released in { $date }

## New since the listener asked last

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }: { $items }. What next?
        [first] { arrivals-since }: { $items }. Want more?
        [middle] Then { $items }. Shall I go on?
        [again] Here are { $items }. Shall I go on?
       *[last] And { $items }. What next?
    }
    .reprompt = Say next, or a number. What would you like?
    .title = New for you
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] New in the last week
       *[visit] New for you
    }
arrival-song = { $track } on { $name }
arrival-release = the new release { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = Number { $number } is { $track }{ $album }. { $by ->
        [others] Someone else added it to { $name }.
       *[listener] It was added to { $name }.
    } What next?
    .reprompt = Say next, or a number. What would you like?
release-details =
    .speech = Number { $number } is { $album }{ $day }. You follow { $artist }. What next?
    .reprompt = Say next, or a number. What would you like?
arrivals-all =
    .speech = That's all I've found that's new. What next?
    .reprompt = Ask, what should I listen to. What would you like?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } on your playlists, and there's nothing by the artists I checked today.
        [some] { nothing-since } on the playlists I checked, and there's nothing by the artists I checked today.
        [playlists] { nothing-since } on your playlists.
        [some-playlists] { nothing-since } on the playlists I checked.
        [artists] { nothing-since } by the artists I checked today.
       *[nothing] I found no playlists of your own to check, and no artists that you follow.
    } What else would you like?
    .reprompt = Ask, what should I listen to. What would you like?
nothing-since = { $since ->
        [week] In the last week, I found nothing new
       *[visit] I found nothing new
    }
arrivals-partial = I couldn't check everything just now.{" "}

## Where a song is

which-song =
    .speech = Which song are you looking for?
    .reprompt = Tell me the title. Which song?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. I looked through { searched-of }. { open-or-look }
        [first] { song-found }, { on-more }. Which one, or say next?
        [middle] Then { $items }. Which one, or say next?
        [again] Here are { $items }. Which one, or say next?
       *[last] And { $items }. I looked through { searched-of }. { open-or-look }
    }
    .reprompt = Say a name, a number, or, keep looking. Which one?
    .screen = Where { $heard } is
    .title = Where { $heard } is
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] I found { $heard } on { $items }
       *[other] { $heard } is also on { $items }
    }
on-more = { $left ->
        [0] and on { more-lists }
       *[other] and so far on { more-lists }
    }
more-lists = { $more ->
        [one] one more
       *[other] { $more } more
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [one] Shall I open it, or keep looking?
           *[other] Which one, or keep looking?
        }
    }
song-where-none =
    .speech = I can't find those playlists any more. Which song are you looking for?
    .reprompt = Say, where is, and a song. What would you like?
song-not-yet =
    .speech = { $earlier ->
        [0] I haven't found { $heard } yet.
       *[other] I haven't found any more yet.
    } I looked through { searched-of }. Shall I keep looking?
    .reprompt = Shall I keep looking for { $heard }?
song-nowhere =
    .speech = { $earlier ->
        [0] I couldn't find { $heard }.
       *[other] That's everywhere I found { $heard }.
    } I looked through { searched-of }. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] no playlists, because none are yours
        [one] your one playlist
       *[other] { $left ->
            [0] all { $readable } playlists you made or edit
           *[other] { $searched } of the { $readable } you made or edit
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
    .speech = This is { $name }'s { -service } account. What next?
    .reprompt = You can say, list my playlists. What would you like?
account-sample =
    .speech = No account is linked, so this is the demo. To hear about your own music, link { -service } in the Alexa app. What next?
    .reprompt = You can say, list my playlists. What would you like?
account-nameless =
    .speech = There's a { -service } account linked, but it doesn't have a name I can say. What next?
    .reprompt = You can say, list my playlists. What would you like?
refreshed =
    .speech = I've refreshed your library. You have { shelf-count }. What next?
    .reprompt = You can say, list my playlists. What would you like?
refresh-later =
    .speech = I can't refresh it right now. It'll refresh by itself before long. What else would you like?
    .reprompt = You can say, list my playlists. What would you like?
what-i-keep =
    .speech = I keep your library for a day; my picks, your opinions and when you asked what's new, two weeks. To erase it, say, forget me. What next?
    .reprompt = Say, forget me, or, what should I listen to. What would you like?
forget-me =
    .speech = I'll forget what I've read from your library and what you told me you like. Your { -service } account stays as it is. Shall I?
    .reprompt = Shall I forget everything? Yes or no?
forgotten =
    .speech = Done. I have forgotten what I knew of you. To unlink your account too, disable the skill in the Alexa app. Bye!
forget-later =
    .speech = I can't do that right now. Please ask again in a little while. What's left goes by itself within two weeks.

link-account =
    .speech = I've put a card in your Alexa app. Open it there, and sign in to { -service }.
link-account-done =
    .speech = Your { -service } account is linked. To unlink it, turn this skill off in your Alexa app. What would you like?
    .reprompt = You can say, list my playlists. What would you like?

## The demo

demo =
    .speech = Here's a demo with old music. Shall I pick something for you to hear?
    .speech-2 = Pretend this old music is yours. Shall I pick something to hear?
    .reprompt = You can also say, list my playlists. Shall I pick something?
demo-declined =
    .speech = OK. To hear about your own music, link { -service } with the card in your Alexa app. Bye!
demo-needless =
    .speech = You don't need the demo: your own library is linked. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
progress =
    .speech = One moment.
    .speech-2 = Let me look.

## Finding the one that is meant

which-playlist =
    .speech = Which playlist?
    .speech-2 = Which playlist do you mean?
    .reprompt = Say the name of a playlist, or, list my playlists. Which one?
which-owner =
    .speech = Of which song, or which playlist?
    .reprompt = Say the name of a song or a playlist. Which one?
ask = { $ask ->
        [offer] Shall I pick something?
        [artist] Which artist do you like?
        [name] Say it again, or, list my playlists. Which one?
        [title] Try another title?
        [shelf] Say, list my playlists, to hear them. What would you like?
       *[next] What would you like?
    }
did-you-mean =
    .speech = I found { $name }. Is that the one?
    .speech-2 = Do you mean { $name }?
    .reprompt = Say yes, or another name. Is it { $name }?
did-you-mean-which =
    .speech = Do you mean { $first }, or { $second }?
    .speech-2 = Is it { $first }, or { $second }?
    .reprompt = The first or the second?
did-you-mean-number =
    .speech = There are { $total } called { $name }. { $counted ->
        [years] Which year?
       *[numbers] Which number?
    }
    .reprompt = { $counted ->
        [years] Say a year.
       *[numbers] Say a number.
    } Which one?
    .title = { $name }: which one?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] I found { $total }: { $items }. Which one?
       *[other] I found { $total }. The first ones are { $items }. Which one?
    }
    .reprompt = Say a name or a number. Which one?
    .title = Which one?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = I can't find a playlist called { $heard }. { ask }
    .speech-2 = There's no { $heard } among your playlists. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = I didn't find a playlist called { $heard }. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = OK, let's leave that. You can say, list my playlists. What would you like?
    .speech-2 = Let's try something else. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
yes-to-nothing =
    .speech = Sure. What would you like to hear about?
    .reprompt = Ask, what should I listen to. What would you like?
no-not-that =
    .speech = OK, not that one. Say another name, or, list my playlists. Which one?
    .reprompt = Say a name, or, list my playlists. Which one?
no-then-what =
    .speech = OK. What would you like instead?
    .reprompt = You can say, list my playlists, or stop. What would you like?
which-number =
    .speech = Which number?
    .reprompt = Say a number, or a name. Which one?

## Moving through a list

list-end =
    .speech = That's the end of the list. What next?
    .reprompt = Say start over, or a name. What would you like?
list-start =
    .speech = That's the start of the list. What next?
    .reprompt = Say next, or a name. What would you like?
list-no-such =
    .speech = { $total ->
        [one] There's only one on this list. Want to hear it again?
       *[other] This list goes from one to { $total }. Which number?
    }
    .reprompt = Say a number, or next. Which one?
list-count =
    .speech = { $total ->
        [one] There's just one on this list.
       *[other] There are { $total } on this list.
    } What next?
    .reprompt = Say, more like this, or a number. What would you like?
list-unreadable =
    .speech = I can't read anything on this list right now. What would you like?
    .reprompt = You can say, list my playlists. What would you like?
nothing-to-repeat =
    .speech = There's nothing I could repeat. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
offer-again =
    .speech = Shall I find you something to hear?
    .reprompt = Shall I find you something to hear?
nothing-to-page =
    .speech = I'm not reading a list right now. Shall I pick something for you to hear?
    .reprompt = You can also say, list my playlists. Shall I pick something?

## What plays now

playing =
    .speech = { $run ->
        [paused] You've paused { $track }.
       *[running] You're listening to { $track }.
    } What next?
    .reprompt = Say, more like this. What would you like?
    .title = Now playing
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] You've paused the podcast { $track }.
       *[running] That's a podcast, { $track }.
    } What next?
    .reprompt = Ask, what should I listen to. What would you like?
playing-liked =
    .speech = Noted: you like { $track }.
playing-none =
    .speech = { $what ->
        [ad] An ad is playing right now.
        [hidden] { -service } doesn't say what's playing.
       *[silent] Nothing is playing on your { -service } right now.
    } Shall I find you something?
    .reprompt = Shall I find you something to hear?

## Saving

song-is-saved =
    .speech = Yes, { $track } is among your saved songs. What next?
    .reprompt = Say, play it, or, more like this. What would you like?
song-not-saved =
    .speech = No, you haven't saved { $track }. Shall I look on your playlists?
    .reprompt = Shall I look on your playlists?
song-chosen =
    .speech = { $track }: good choice. To hear it, say, play it. What next?
    .speech-2 = { $track } it is. To hear it, say, play it. What next?
    .reprompt = Say, play it, or another. What would you like?
saving-off =
    .speech = I can't save songs or change playlists. The { -service } app can. Shall I find you something to hear?
    .reprompt = Shall I find you something to hear?
saving-sample =
    .speech = This is only the demo, so I can't save anything. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
saving-refused =
    .speech = { -service } won't let me change that. What would you like instead?
    .reprompt = Ask, what should I listen to. What would you like?
save-which =
    .speech = Say, save the second one, for example. Which song?
    .reprompt = Say, save, and its number. Which song?
no-song-named =
    .speech = I don't know which song you mean. Shall I find you one?
    .reprompt = Shall I find you a song?
save-not =
    .speech = { $why ->
        [local] That's a file of your own, so { -service } can't save it.
        [podcast] That's a podcast, and I only save songs.
       *[other] I can only save songs.
    } What next?
    .reprompt = Ask, what should I listen to. What would you like?
song-saved =
    .speech = { $done ->
        [again] You've saved { $track } already.
       *[new] I've saved { $track }.
    } What next?
    .reprompt = To undo it, say, take it off again. What would you like?
added-stays =
    .speech = I can't take songs off a playlist, only add them. The { -service } app can. What next?
    .reprompt = Ask, what should I listen to. What would you like?
song-taken-off =
    .speech = { $done ->
        [again] You hadn't saved { $track }.
       *[new] I've taken { $track } off your saved songs.
    } What next?
    .reprompt = Ask, what should I listen to. What would you like?
song-added =
    .speech = { $done ->
        [again] You already have { $track } on { $name }.
       *[new] I've added { $track } to { $name }.
    } What next?
    .reprompt = You can say, open { $name }. What would you like?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } belongs to { $owner }, so I can't add to it.
       *[other] { -service } won't let me add to { $name }.
    } Which of your own?
    .reprompt = Say the name of a playlist of yours. Which one?
playlist-made =
    .speech = { $done ->
        [new] I made a private playlist, { $name }, with { $songs }.
        [more] I added { $songs } to { $name }.
       *[again] They're all on { $name } already.
    } What next?
    .reprompt = Ask, what should I listen to. What would you like?
song-count = { $count ->
        [one] one song
       *[other] { $count } songs
    }
make-nothing =
    .speech = There aren't any songs to make a playlist of yet. Shall I find you some?
    .reprompt = Shall I find you a song?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Made by { -skill }, a skill for Alexa.

## Help, and what nobody understands

help =
    .speech = Ask, what should I listen to, or, what's new for me. Or say, list my playlists. For more, say, what else. What would you like?
    .reprompt = Ask, what should I listen to, or say, what else. What would you like?
    .screen =
        You can say:
        “What should I listen to?”
        “What's new for me?”
        “List my playlists”
        “Open” and a playlist's name
        “What else?”
help-find =
    .speech = Ask, which playlist has, or, who sings, and a song. { $able ->
        [3] About a song, say, play it, or, save it.
        [1] About a song, say, save it.
        [2] About a song, say, play it.
       *[other] To read a playlist, say, open, and its name.
    } There's more: what else. What would you like?
    .reprompt = Say, what else, for more. What would you like?
    .screen =
        You can say:
        “Which playlist has” and a song
        “Who sings” and a song
        “Open” and a playlist's name
        “What else?”
help-taste =
    .speech = Name a mood, an artist, or a decade. Say, I like it, not that, or, never recommend, and a name. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
    .screen =
        You can say:
        A mood, an artist or a decade
        “I like it” or “Not that”
        “Never recommend” and a name
able-to =
    .speech = { $capability ->
        [can-save] Yes. When I name a song, say, save it, or, add it to, and a playlist.
        [can-make] Yes. After a few songs, say, make a playlist of these.
       *[can-play] Yes, where { -service } is open. Say, play, and a name.
    } Shall I find you something to hear?
    .speech-2 = { $capability ->
        [can-save] I can. Once I've named a song, say, save it, or, add it to, and a playlist.
        [can-make] I can. Once I've named a few songs, say, make a playlist of these.
       *[can-play] I can, wherever { -service } is open. Say, play, and a name.
    } Shall I find you something?
    .reprompt = Shall I find you something to hear?
about-skill =
    .speech = { $capability ->
        [cost] I cost nothing. All I need is a { -service } account; a free one will do.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Only playing on your devices takes Premium.
        }
        [premium] { $able ->
            [0] No. A free account will do.
            [1] No. A free account will do.
           *[other] Only to play on your devices. The rest works with a free account.
        }
        [family] Yes. Anyone whose voice Alexa knows can link their own { -service }. Everybody else shares this one.
        [listening] I can't hear you. Alexa does, and while we talk, I get the words of your requests.
        [sharing] I sell nothing, and I pass nothing on: I ask { -service }, and you hear the answer from Alexa. To erase what I keep, say, forget me.
        [password] I never see a password: you signed in on { -service }'s own page.
       *[maker] No. I'm an independent skill, neither { -service }'s nor Amazon's. I read your music at { -service } and nowhere else, and only if you allow it.
    } What would you like?
    .reprompt = You can say, what should I listen to. What would you like?
about-password-unlinked =
    .speech = I never see a password. You sign in on { -service }'s own page, from the card in your Alexa app. What else would you like to know?
    .reprompt = Say, try the demo. What would you like?
help-list =
    .speech = Say next or previous to move, or a name or number to hear more about it. What would you like?
    .reprompt = Say next, or a name. What would you like?
    .screen =
        You can say:
        “Next” or “Previous”
        A number or a name
help-picks =
    .speech = Say, { $asks ->
        [1] play it, I like it,
       *[other] I like it, not that,
    } another, or why. Or, back, to leave the recommendations. What would you like?
    .reprompt = Say another, or why. What would you like?
    .screen =
        You can say:
        { $asks ->
            [1] “Play it” or “I like it”
           *[other] “I like it” or “Not that”
        }
        “Another” or “Why?”
        “Back”, to leave the recommendations
help-artist =
    .speech = Just say the name of a band or a singer. Who is it?
    .reprompt = Say an artist's name. Who is it?
help-song =
    .speech = Just say the title. Which song?
    .reprompt = Say a title. Which song?
help-which =
    .speech = Say the name of one of your playlists, or, list my playlists. Which one?
    .reprompt = Say a name, or, list my playlists. Which one?
help-meant =
    .speech = Say yes or no, the first or the second, or the name again. Which one?
    .reprompt = The first or the second?
help-speaker =
    .speech = Say the name of a speaker, or the first or the second. Which one?
    .reprompt = Say the name of a speaker, or, the first one. Which one?
help-confirm =
    .speech = Say yes and I'll do it, or no and I won't. Shall I?
    .reprompt = Yes or no?
help-unlinked =
    .speech = I know your { -service } playlists and recommend music. Say, try the demo, or link { -service } in the Alexa app. What would you like?
    .reprompt = Say, try the demo. What would you like?
    .screen = I know your { -service } playlists and recommend music. Say “Try the demo”, or link { -service } in the Alexa app.
help-unlinked-more =
    .speech = I pick music for any moment, tell you what's new, and find songs on your playlists. To see how, say, try the demo. What would you like?
    .reprompt = Say, try the demo. What would you like?
fallback =
    .speech = Sorry, I didn't get that. Ask, what should I listen to, or say, list my playlists. What would you like?
    .speech-2 = I can't do that one. Try, what should I listen to. What would you like?
    .speech-3 = Hmm, I didn't catch that. Try, list my playlists. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
    .screen = Sorry, I didn't get that.
fallback-list =
    .speech = Sorry, I didn't get that. Say next, or a number. What would you like?
    .speech-2 = I missed that. Next, or a number?
    .reprompt = Say next, or a number. What would you like?
    .screen = Sorry, I didn't get that.
fallback-picks =
    .speech = Sorry, I didn't get that. Say, { $asks ->
        [1] play it
       *[other] I like it
    }, another, or why. What would you like?
    .speech-2 = I missed that. Another, or why?
    .reprompt = Say another, or why. What would you like?
    .screen = Sorry, I didn't get that.
fallback-artist =
    .speech = I didn't catch the name. Which artist?
    .reprompt = Say an artist's name. Who is it?
fallback-song =
    .speech = I didn't catch the title. Which song?
    .reprompt = Say a title. Which song?
fallback-which =
    .speech = I didn't catch the name. You can also say, list my playlists. Which one?
    .reprompt = Say a name, or, list my playlists. Which one?
fallback-meant =
    .speech = Sorry, the first or the second?
    .speech-2 = I didn't get that. The first one, or the second?
    .reprompt = The first or the second?
fallback-speaker =
    .speech = I didn't catch the speaker. Which one shall it be?
    .reprompt = Say the name of a speaker, or, the first one. Which one?
fallback-confirm =
    .speech = Sorry, yes or no?
    .speech-2 = I didn't get that. Yes or no?
    .reprompt = Yes or no?
fallback-unlinked =
    .speech = Sorry, I didn't get that. Want to try the demo?
    .reprompt = Say, try the demo, or help. What would you like?
    .screen = Sorry, I didn't get that.
waiting =
    .speech = Sure, take your time. What would you like?
    .speech-2 = No rush. What would you like?
    .reprompt = I'm still here. What would you like?
thanks =
    .speech = You're welcome. Anything else?
    .speech-2 = Any time. Anything else?
    .reprompt = Anything else, or shall I stop?
unsupported =
    .speech = { $capability ->
        [playback] I can't play music; I tell you what's worth playing.
        [louder] I can't change the volume. Just say, Alexa, louder.
        [quieter] I can't change the volume. Just say, Alexa, quieter.
        [mute] I can't mute the sound. Just say, Alexa, mute.
        [volume] I can't change the volume. Just say, Alexa, volume five.
        [timer] I can't set timers or alarms. Say stop, then ask Alexa for one.
        [lyrics] I don't have any lyrics.
        [ads] I can't skip ads.
        [edit] Deleting, renaming, sharing: I can't do that with playlists.
        [rename] I can't name playlists; you can in { -service }.
        [facts] I only know a song's artist, album, and year.
        [charts] I don't know the charts.
        [concerts] I don't know any concert dates.
        [sorting] I can't sort, compare, or count that.
        [pace] How fast I speak is up to Alexa.
        [chat] I'm only good at music, yours above all.
       *[other] I only know music. For that, say stop, then ask Alexa.
    } Shall I find you something to hear?
    .speech-2 = { $capability ->
        [playback] Playing isn't something I do, but I know what's worth hearing.
        [louder] The volume isn't mine to change. Say, Alexa, louder.
        [quieter] The volume isn't mine to change. Say, Alexa, quieter.
        [mute] I have no mute. Say, Alexa, mute.
        [volume] The volume isn't mine to change. Say, Alexa, volume five.
        [timer] I have no timer. Say stop, then ask Alexa for one.
        [lyrics] I don't know the words to songs.
        [ads] Ads are out of my hands.
        [edit] I can't change or share playlists like that.
        [rename] A playlist's name is changed in { -service }.
        [facts] All I know is a song's artist, album, and year.
        [charts] The charts aren't something I follow.
        [concerts] Concert dates aren't something I know.
        [sorting] I don't sort, compare, or count.
        [pace] How fast I speak is up to Alexa.
        [chat] Music is all I'm good at, yours above all.
       *[other] That's not for me. Say stop, then ask Alexa.
    } Want a song to hear instead?
    .reprompt = Shall I find you something to hear?
music-request = { $wish ->
        [song] Alexa, play { $name } by { $artist } on { -service }
        [title] Alexa, play the song { $name } on { -service }
        [album] Alexa, play the album { $name } by { $artist } on { -service }
        [playlist] Alexa, play the playlist { $name } on { -service }
        [shuffled] Alexa, shuffle the playlist { $name } on { -service }
        [podcast] Alexa, play the podcast { $name } on { -service }
        [genre] Alexa, play some { $name } on { -service }
       *[anything] Alexa, play { $name } on { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = I can't play music myself. Say: { $request }.{ $where }
    .speech-2 = I don't play music, but Alexa does. Say: { $request }.{ $where }
    .title = To hear it
    .card =
        Say: "{ $request }"{ $where }
        { $address }{ $source }
play-where = {" "}To hear it on another Echo, add its name.
play-unqueued =
    .speech = I can't queue that. To hear it now, say: { $request }.{ $where }
    .title = To hear it
    .card =
        Say: "{ $request }"{ $where }
        { $address }{ $source }
play-by-card =
    .speech = I can't play music myself, and that name can't be spoken. The card in your Alexa app takes you there.
    .title = To hear it
    .card = { $address }{ $source }
play-nameless =
    .speech = I can't play music myself, and that one has no name to ask for. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
play-local =
    .speech = { $name } is a file of your own, so Alexa can't play it. What would you like instead?
    .reprompt = You can say another name. What would you like?
play-unplayable =
    .speech = { $name } can't be played on { -service } where you are. What would you like instead?
    .reprompt = You can say another name. What would you like?
play-sample =
    .speech = That playlist is only in this demo, and I can't play music myself. What would you like instead?
    .reprompt = You can say the name of a song. What would you like?
play-nothing =
    .speech = I don't know yet what you'd like to hear. Shall I find you something?
    .reprompt = Shall I find you something to hear?
play-unknown =
    .speech = I can't find { $heard } on { -service }. What would you like instead?
    .reprompt = Say the name again, or, what should I listen to. What would you like?
play-instead =
    .speech = I can't start that one. Say: { $request }.{ $where }
    .title = To hear it
    .card =
        Say: "{ $request }"{ $where }
        { $address }{ $source }
play-here =
    .speech = An Echo shows up in { -service } once you've played something on it. Say: { $request }.
    .title = To hear it
    .card =
        Say: "{ $request }"
        { $address }{ $source }
play-premium =
    .speech = { -service } only lets me start music with Premium. But you can say: { $request }.{ $where }
    .title = To hear it
    .card =
        Say: "{ $request }"{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }Playing { $name } on { $speaker }{ $order ->
        [shuffled] , shuffled.
        [unshuffled] . I couldn't shuffle it.
       *[own] .
    }
play-queued =
    .speech = { $name } is in the queue. What else would you like?
    .reprompt = Ask, what should I listen to. What would you like?
shuffle-only-playlists =
    .speech = I can only shuffle a playlist. What next?
    .reprompt = Say, shuffle, and a playlist's name. What would you like?
queue-only-songs =
    .speech = Only songs can be queued. What next?
    .reprompt = Ask, what should I listen to. What would you like?
play-moved =
    .speech = Okay, on { $speaker } now.
player-done =
    .speech = { $command ->
        [pause] Paused.
        [resume] It's playing again.
        [shuffle] It's shuffled now.
        [next] Here's the next song.
       *[previous] Back to the song before.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] I can't find that speaker.
        [gone] That speaker has just gone.
        [restricted] That speaker doesn't let me start music.
        [here] An Echo shows up once you've played { -service } on it.
       *[silent] {""}
    } I can play on { $items }. { $count ->
        [one] Shall I play it there?
       *[other] Which one?
    }
    .reprompt = Say the name of a speaker, or, the first one. Which one?
speakers-none =
    .speech = { $lead ->
        [here] An Echo shows up once you've played { -service } on it.
       *[silent] I can't find a speaker with { -service } open.
    } Open { -service } somewhere, then ask me again. What would you like meanwhile?
    .reprompt = Ask, what should I listen to. What would you like?
goodbye =
    .speech = Bye!
    .speech-2 = See you.

## When something went wrong

link-or-demo =
    .speech = For that, link { -service } with the card in your Alexa app. Want to try the demo meanwhile?
    .reprompt = Link { -service } in your Alexa app. Want to try a demo?
apology-not-linked =
    .speech = For that I need to see your { -service } library. I've put a card in your Alexa app that links it.
apology-link-expired =
    .speech = { -service } won't let me in any more. That happens every few months. Please link your account again with the card in the Alexa app.
apology-scope-missing =
    .speech = You linked your account before I could do that. Please link { -service } again with the card in the Alexa app.
apology-not-admitted =
    .speech = { -service } won't show me your library yet. Whoever runs this skill has to add your account first. Please ask them.
apology-forbidden =
    .speech = { -service } won't let me do that.
apology-premium-required =
    .speech = { -service } isn't letting me in: the Premium subscription behind this skill has run out. I'll be back once it's renewed.
apology-premium-to-play =
    .speech = { -service } only lets me do that with Premium.
apology-player-refused =
    .speech = { -service } can't do that right now. It may be paused already, or that speaker doesn't allow it.
apology-not-found =
    .speech = I cannot find that any more; it may have been removed meanwhile. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
apology-no-active-device =
    .speech = { -service } isn't open on any device right now.
apology-rate-limited =
    .speech = { -service } asks me to slow down. Please try again { wait }.
apology-quota-exceeded =
    .speech = So many people asked today that { -service } has had enough of my questions. Please try again { wait }.
apology-rejected =
    .speech = { -service } didn't understand me. Sorry, that's my fault. Please try something else.
apology-unavailable =
    .speech = I can't reach { -service } right now. Please try again in a little while.
apology-too-slow =
    .speech = { -service } is slow right now. Please try again in a moment.
apology-unreadable =
    .speech = I couldn't make sense of { -service }'s answer. Please try again in a little while.
apology-deadline =
    .speech = That's taking too long. Please ask again; it's often quicker the second time.
apology-provider =
    .speech = I couldn't get that from { -service }. Please try again in a little while.
apology-unconfirmed =
    .speech = { -service } is slow right now, so I'm not sure that worked. Please check in a moment. What next?
    .reprompt = Ask, what should I listen to. What would you like?
apology-playlist-full =
    .speech = That playlist is full, so nothing more fits on it. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
apology-busy =
    .speech = It's very busy right now. Please try again in a moment.
apology-unexpected =
    .speech = Sorry, something went wrong. Please try again in a little while.

## What to listen to

picks =
    .speech = { $notice }{ $told ->
        [nothing] Try { $track }.
        [opened] { $track }.
        [opened-because] { $track }, because { $reason }.
       *[reason] Try { $track }, because { $reason }.
    } { $asks ->
        [1] Play it?
       *[other] Do you like it?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Maybe { $track }.
        [opened] { $track }.
        [opened-because] { $track }, because { $reason }.
       *[reason] Maybe { $track }, because { $reason }.
    } { $asks ->
        [1] Want to hear it?
       *[other] Like it?
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] Here's { $track }.
        [opened] { $track }.
        [opened-because] { $track }, because { $reason }.
       *[reason] Here's { $track }, because { $reason }.
    } { $asks ->
        [1] Shall I play it?
       *[other] Like it?
    }
    .reprompt = You can also say, another, or, why. { $asks ->
        [1] Shall I play it?
       *[other] Do you like it?
    }
    .title = For you
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = I've lost track of what I recommended. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
picks-dry =
    .speech = { $notice }That's all I have for today. Try something else, like something calm. What would you like?
    .speech-2 = { $notice }I'm out of ideas for today. You could name a mood or a genre. What would you like?
    .reprompt = Say start over, or name a mood. What would you like?
pick-details =
    .speech = Number { $number } is { $track }. I picked it because { $reason }{ $length }. { $asks ->
        [1] Shall I play it?
       *[other] Do you like it?
    }
    .reprompt = You can also say, another. { $asks ->
        [1] Shall I play it?
       *[other] Do you like it?
    }
why =
    .speech = Because { $reasons }. { $asks ->
        [1] Shall I play it?
       *[other] Do you like it?
    }
    .speech-2 = I picked it because { $reasons }. { $asks ->
        [1] Want to hear it?
       *[other] Like it?
    }
    .reprompt = You can also say, another. { $asks ->
        [1] Shall I play it?
       *[other] Do you like it?
    }
    .title = Why this?
    .card =
        { $track }: { $reasons }.
        { $source }
opinion-of-which =
    .speech = Say its number or its title. Which song do you mean?
    .speech-2 = I need a number or a title first. Which song?
    .reprompt = Say a number, or a title. Which song?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] So far I gave you { $items }. What next?
        [first] So far it was { $items }. Want to hear more?
        [middle] Then { $items }. Want to hear more?
        [again] Here are { $items }. Want to hear more?
       *[last] And last, { $items }. What next?
    }
    .reprompt = Say a number, or, make a playlist of these. What would you like?
    .title = Recommended so far
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = I haven't recommended anything lately. Shall I pick something?
    .reprompt = Shall I pick something?
why-playlist =
    .speech = { $playlist } came first, because { $reason }. Shall I open it?
    .reprompt = Shall I open it?
why-other =
    .speech = That wasn't a pick of mine. Shall I find you one?
    .reprompt = Shall I find you one?
why-nothing =
    .speech = I haven't recommended anything yet. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] I don't know your taste yet.
       *[other] I don't know your taste yet, because I couldn't see everything.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] You don't have a playlist of your own to look through. Ask, what should I listen to. What would you like?
        [one] You've heard everything on your playlist lately. Ask, what should I listen to. What would you like?
       *[other] I looked through { $count } of your playlists, and you've heard it all lately. Ask, what should I listen to. What would you like?
    }
    .reprompt = Ask, what should I listen to. What would you like?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }How about { $items }, because { $reason }? { open-which }
        [first] { $wish }How about { $items }? The first, because { $reason }. Which one?
        [again] Here are { $items }. Which one?
       *[other] There's also { $items }. Which one?
    }
    .reprompt = Say a name, or the first one. Which one shall I open?
    .screen = Playlists for you
    .title = Playlists for you, { $first } to { $last } of { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = I don't have a playlist to recommend right now. Ask, what should I listen to. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?

## What is never recommended

wish-excluded =
    .speech = You asked me to leave out { $name }. To change that, say, you may recommend { $name } again. What would you like?
    .reprompt = Say, you may recommend { $name } again. What would you like?
picks-excluded =
    .speech = You've ruled out everything I'd pick. Ask, what don't you recommend. What would you like?
    .reprompt = Ask, what don't you recommend. What would you like?
never-noted =
    .speech = OK, no more { $name }. { ask }
    .speech-2 = Got it, I'll leave out { $name }. { ask }
    .reprompt = To hear the list, ask, what don't you recommend. { ask }
never-which =
    .speech = Say, never recommend, and a name or a genre. What shall I leave out?
    .reprompt = Say, never recommend, and a name or a genre. What shall I leave out?
never-full =
    .speech = That's a hundred things already. First say what I may recommend again. What would you like?
    .reprompt = Ask, what don't you recommend. What would you like?
never-lost =
    .speech = I couldn't make a note of that just now. Please try again later. What would you like?
    .reprompt = Ask, what should I listen to. What would you like?
exclusions =
    .speech = I leave out { $names }{ $more ->
        [0] .
       *[other] {", "}and { $more } more.
    } { ask }
    .reprompt = To take one back, say that I may recommend it again. { ask }
    .title = What I leave out
    .card = { $all }
exclusions-none =
    .speech = I don't leave anything out. { ask }
    .reprompt = You can say, never recommend, and a name. { ask }
allowed =
    .speech = OK, { $name } is back. { ask }
    .reprompt = Say yes for a song. { ask }
allow-unknown =
    .speech = I wasn't leaving out { $name }. { ask }
    .reprompt = To hear the list, ask, what don't you recommend. { ask }
allow-which =
    .speech = Say, recommend, a name, and again. What shall I bring back?
    .reprompt = To hear the list, ask, what don't you recommend. What shall I bring back?

## Said before recommendations; each ends with a space

notices = { $first }{ $then }
notice-again = Once more from the top.{" "}
notice-unmet = { $kind ->
    [mood] I found nothing { $heard }.{" "}
    [activity] I found nothing for { $heard }.{" "}
    [several] Nothing fits all of that.{" "}
   *[other] I found nothing for { $heard }.{" "}
}
notice-nothing-new = I found nothing new.{" "}
notice-nothing-familiar = You know those already, so something new.{" "}
notice-only-new = Okay, something new, then.{" "}
notice-heard = You know this one.{" "}
notice-new = Here's something new.{" "}
notice-playlists = This is from your own playlists.{" "}
notice-liked = Good to know.{" "}
notice-disliked = OK, not that.{" "}
notice-one-liked = Noted: you like { $track }.{" "}
notice-one-disliked = OK, no more of { $track }.{" "}
notice-more-like = More like { $track }.{" "}
notice-missing = I had to do without { $sources } just now.{" "}
notice-scope = To use { $sources } too, link your account again.{" "}
notice-no-era = I found nothing { $era }.{" "}
era-year = from { $year }
era-earlier = from before { $year }
era-later = from { $year } on
notice-no-kind = Nothing there fits { $heard }.{" "}
notice-no-mood = None of it is { $mood }.{" "}
notice-no-artist = I found nothing like { $artist } that fits.{" "}
notice-no-playlists = Nothing in your playlists fits.{" "}
notice-no-saved = Nothing you saved fits.{" "}
notice-no-language = I can't tell that language.{" "}
notice-no-unwanted = I can't leave out any more.{" "}
notice-no-length = I can't fit lengths.{" "}
notice-no-several = One at a time.{" "}
notice-no-album = I only pick songs.{" "}
notice-no-someone = I only know your taste.{" "}
notice-no-playlist = I can't make playlists.{" "}
notice-no-ready-playlist = Later, say, make a playlist.{" "}
notice-none-named-so = No name fits.{" "}
notice-genres-unknown = I can't see this one's genre.{" "}
notice-mood-limit = That was { $mood } already, so here's more.{" "}
notice-never = OK, no more { $name }.{" "}
feels-sad = Something to cheer you up:{" "}
feels-angry = Something to cool down:{" "}
feels-calm = Something to wind down:{" "}
feels-happy = Something cheerful:{" "}
feels-energetic = Something to get you going:{" "}
notice-closest = I found no { $heard }, so { $about }.{" "}
opening-closest = I found no { $heard }. Closest is { $about }:{" "}
also-asked-genre = More { $about }:{" "}
also-mood = Also { $about }:{" "}
also-activity = Also for { $about }:{" "}
also-mood-for = Also { $mood }, and for { $about }:{" "}
also-era = Also from { $year }:{" "}
source-favourites = your favourites
source-plays = what you played lately
source-saves = your saved songs
source-followed = the artists you follow
source-playlists = your playlists
source-discovery = new music

## Reasons; each follows "because"

reason-unheard = it's new to you
reason-fits = it fits what you listen to
reason-of-the-day = chance put it first today
reason-of-the-demo = it's part of the demo
reason-name-fits = the name fits
reason-top-track = you played it a lot { $span ->
        [weeks] in recent weeks
        [months] in recent months
       *[years] over the last year
    }
reason-top-artist = { $about } is one of your top artists { $span ->
        [weeks] these weeks
        [months] these months
       *[years] of the last year
    }
reason-top-tracks = you love songs by { $about }
reason-played = you've been playing a lot of { $about }
reason-saved = you've saved songs by { $about }
reason-followed = you follow { $about }
reason-playlist = it's on your playlist { $about }
reason-playlist-since = it's been on your playlist { $about } since { $since }
reason-playlists = it's on your playlists { $about } and { $other }
reason-genre = you listen to a lot of { $about }
reason-style = it's { $about }
reason-mood = it's { $about } music
reason-activity = it goes well with { $about }
reason-asked-genre = it's { $about }
reason-asked-artist = it's by { $about }
reason-era = its album came out in { $year }
reason-both = { $wish }, and { $reason }
wish-asked-genre = it's { $about }
wish-mood = it's { $about }
wish-activity = it's good for { $about }
wish-genre-for = it's { $genre }, good for { $about }
wish-genre-year = it's { $genre } from { $year }
wish-genre-mood = it's { $genre }, on the { $about } side
wish-mood-for = it's { $mood } and good for { $about }
wish-kindred = it's the kind of music { $about } makes
wish-era = it's from { $year }
reason-genre-for = it's { $genre }, good for { $about }
reason-genre-year = it's { $genre } from { $year }
reason-genre-mood = it's { $genre }, on the { $about } side
reason-mood-for = it's { $mood } and good for { $about }
reason-kindred = it's the kind of music { $about } makes
reason-liked = you liked { $about }
reason-neighbour = people who play { $about } also play { $artist }
reason-similar = it's like { $about }, who you play a lot
reason-liked-neighbour = it's like { $about }, who you liked
reason-guest = { $artist } is on a song by { $about } that you know
reason-host = { $about } is on an album by { $artist }
reason-partner = { $artist } has a song with { $about }, and you liked them
reason-joined = { $about } is on it too
reason-listed = you have { $about } on your playlists
reason-named = its name says { $about }, and you play them a lot
reason-holds = it has songs by { $about }, and you play them a lot
reason-top-artist-short = they're one of your top artists { $span ->
        [weeks] these weeks
        [months] these months
       *[years] of all time
    }
reason-top-tracks-short = you love their songs
reason-played-short = you've been playing them a lot
reason-neighbour-short = people who play { $about } also play them
reason-guest-short = they're on a song by { $about } that you know
reason-liked-short = you liked something else by them
reason-listed-short = they're on your playlists

## On a screen

screen-playlists = My playlists
screen-recommend = What should I listen to?
screen-next = Next page
screen-previous = Previous page
screen-places = { $first }–{ $last } of { $total }
screen-another = Another
screen-again = Try again
screen-why = Why?
screen-more = More like this
screen-hear = Play
screen-save = Save
screen-because = Because { $reason }.
screen-by = By { $owner }
screen-playing = { $run ->
        [paused] Paused
       *[running] Now playing
    }
screen-song-saved = { $done ->
        [again] Already saved
       *[new] Saved
    }
screen-song-taken-off = { $done ->
        [again] Not saved
       *[new] No longer saved
    }
screen-song-added = { $done ->
        [again] Already on { $name }
       *[new] Added to { $name }
    }
screen-playlist-made = { $done ->
        [new] New playlist
        [more] Playlist updated
       *[again] Already on your playlist
    }
screen-open = Open in { -service }
screen-demo = Try the demo
screen-link-title = Link your { -service } account
screen-how = How to hear it
screen-say-this = Say this to hear it:
screen-quote = “{ $request }”
screen-link-card = Open the card from { -skill } in your Alexa app.
screen-link-scan = Scan this code with your phone.
screen-link-open = Open the page of { -skill }
screen-link-sign-in = Sign in to { -service } there.
screen-link-page = Link { -service } on the page that opens.
screen-link-then = Then say: “Alexa, open record shelf.”
say-anything = Say: “What should I listen to?” or “Help”
say-list = Say: “Next” or “Number 3”
say-picks = Say: “Another”, “Why?” or “I like it”
say-picks-play = Say: “Play it”, “Another” or “Why?”
say-playing = Say: “More like this”
say-demo = Say: “Try the demo”
touch-gone =
    .speech = That isn't there any more. What would you like instead?
    .reprompt = You can say, list my playlists. What would you like?
