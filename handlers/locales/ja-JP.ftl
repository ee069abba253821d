### 答えは一つずつメッセージになっている。役割の説明は en-US.ftl にある。
### 日本語の複数形は other だけなので、一つの場合は数字の [1] で書く。

-skill = レコードの棚
-service = Spotify

## 答えの部品

playlist-number = プレイリスト{ $number }番
track-number = { $number }曲目
artist-nameless = 名前のないアーティスト
somebody-else = ほかの人
track-by = { $artist }の「{ $title }」
track-by-two = { $artist }と{ $guest }の「{ $title }」
track-line = { $track }（{ $time }）
playlist-line = { $name } – { $count }曲
from-album = 、アルバム「{ $album }」の収録曲
track-length = 。長さは{ $length }です
playlist-length = 、合計{ $length }
playlist-length-at-least = 、少なくとも{ $length }
seconds = { $count }秒
minutes = { $count }分
hours = { $hours }時間
hours-and-minutes = { hours }{ $minutes }分
wait = { $unit ->
        [minutes] { $count }分ほどしてから
        [hours] { $count }時間ほどしてから
        [tomorrow] 明日
       *[later] あとで
    }
from-service = 提供: { -service }
from-sample = 内蔵のサンプルの棚より
stale = 今{ -service }が応答していないので、少し前の内容をお伝えします。
partial = 今は{ $total }件のうち{ $read }件しか読めませんでした。
unreadable = 読めない{ $count }件は除いています。
list-changed = ライブラリが変わったので、先ほどの続きの場所からお読みします。
shelf-count = { $count ->
        [0] プレイリストはまだありません
       *[other] プレイリストは{ $count }個あります
    }
launch-hint = { $count ->
        [0] 音楽をおすすめすることはできますので、「おすすめを教えて」と言ってみてください。
       *[other] 「プレイリストを教えて」、プレイリストの名前と「を開いて」、または「おすすめを教えて」と言えます。
    }
launch-offer = { $count ->
        [0] 音楽をおすすめすることはできますので、「おすすめを教えて」と言ってみてください。
       *[other] プレイリストの一覧でも、名前でも、おすすめでも、どうぞ言ってください。
    }

## 開いたとき

launch =
    .speech = { -skill }へようこそ。{ shelf-count }。{ launch-hint }どうしますか？
    .speech-2 = { -skill }です。{ shelf-count }。{ launch-offer }どうしますか？
    .reprompt = 「プレイリストを教えて」と言ってみてください。どうしますか？
    .title = { -skill }
    .card =
        { -service }の{ shelf-count }。
        話しかけ方の例: 「プレイリストを教えて」、プレイリストの名前と「を開いて」、「おすすめを教えて」
launch-named =
    .speech = { $name }さん、こんにちは。{ shelf-count }。{ launch-hint }どうしますか？
    .speech-2 = { $name }さん、お帰りなさい。{ shelf-count }。{ launch-offer }どうしますか？
    .reprompt = 「プレイリストを教えて」と言ってみてください。どうしますか？
    .title = { -skill }
    .card =
        { $name }さん、こんにちは。{ -service }の{ shelf-count }。
        話しかけ方の例: 「プレイリストを教えて」、プレイリストの名前と「を開いて」、「おすすめを教えて」
launch-without-playlists =
    .speech = { -skill }へようこそ。今はプレイリストを読めませんが、おすすめならお答えできます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
launch-unlinked =
    .speech = { -skill }へようこそ。{ -service }のプレイリストを読み上げたり、名前で探したり、好みに合う音楽をおすすめしたりします。それにはライブラリを見る必要がありますので、Alexaアプリのカードから{ -service }のアカウントをリンクしてください。「デモを聞かせて」と言えば、すぐに試せます。どうしますか？
    .reprompt = 「デモを聞かせて」と言うか、Alexaアプリでアカウントをリンクしてください。どうしますか？

## 棚

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] プレイリストは{ shelf-total }です。{ $items }。{ open-which }
        [first] プレイリストは{ shelf-total }です。最初の{ $last }個は、{ $items }です。続きは「次」、開くには名前を言ってください。どれにしますか？
        [middle] { $total }個のうち{ $first }番から{ $last }番は、{ $items }です。続きは「次」、開くには名前を言ってください。どれにしますか？
       *[last] 最後は、{ $items }です。どれを開きますか？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] 棚にあるのは{ shelf-total }で、{ $items }です。{ open-which }
        [first] 棚には{ shelf-total }のプレイリストがあります。最初は、{ $items }です。続きは「次」、開くには名前を言ってください。どれにしますか？
        [middle] 続いて、{ $items }です。ここまでが{ $total }個のうち{ $first }番から{ $last }番です。どれか開きますか、それとも「次」にしますか？
       *[last] 最後に、{ $items }です。どれを開きますか？
    }
    .reprompt = 「次」、「前」、またはプレイリストの名前を言ってください。どれにしますか？
    .title = プレイリスト { $first }～{ $last }（全{ $total }個）
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [1] 開きますか？
       *[other] どれを開きますか？
    }
shelf-total = { $total }個
playlists-none =
    .speech = { -service }のライブラリには、まだプレイリストがありません。作ったりフォローしたりすれば、読み上げます。音楽をおすすめすることはできますので、「おすすめを教えて」と言ってみてください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？

## 一つのプレイリスト

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」は{ track-total }{ $length }です。曲は、{ $items }です。次はどうしますか？
        [first] 「{ $name }」は{ track-total }{ $length }です。最初は、{ $items }です。続きは「次」と言ってください。どうしますか？
        [middle] { $total }曲のうち{ $first }曲目から{ $last }曲目は、{ $items }です。続きは「次」と言ってください。どうしますか？
       *[last] 最後は、{ $items }です。次はどうしますか？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」、{ track-total }{ $length }です。入っているのは、{ $items }です。次はどうしますか？
        [first] 「{ $name }」、{ track-total }{ $length }です。最初は、{ $items }です。「次」と言えば続きを読みます。どうしますか？
        [middle] 続いて、{ $items }です。ここまでで{ $total }曲のうち{ $last }曲です。「次」に進みますか、それともほかのことをしますか？
       *[last] 終わりのほうは、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、「前」、またはほかのプレイリストの名前を言ってください。どうしますか？
    .title = { $name } { $first }～{ $last }（全{ $total }曲）
    .card =
        { $lines }
        { $source }
track-total = { $total }曲
tracks-none =
    .speech = 「{ $name }」には、まだ何も入っていません。ほかにどのプレイリストを開きますか？
    .reprompt = プレイリストの名前を言ってください。どれにしますか？
track-details =
    .speech = { $number }番は、{ $track }{ $album }です{ $length }。次はどうしますか？
    .reprompt = 「次」、番号、またはプレイリストの名前を言ってください。どうしますか？
playlist-long =
    .speech = { $partial }「{ $name }」は{ track-total }{ $length }です。次はどうしますか？
    .reprompt = 「開いて」、「次」、またはプレイリストの名前を言ってください。どうしますか？
playlist-maker =
    .speech = { $maker ->
        [mine] 「{ $name }」はご自分で作ったものです。次はどうしますか？
        [together] 「{ $name }」は{ $owner }が始めて、何人かで曲を加えています。次はどうしますか？
        [shared] 「{ $name }」には何人かで曲を加えています。次はどうしますか？
        [unknown] 「{ $name }」を誰が作ったのかはわかりません。次はどうしますか？
       *[theirs] 「{ $name }」を作ったのは{ $owner }です。次はどうしますか？
    }
    .reprompt = 「長さは」と聞くか、ほかのプレイリストの名前を言ってください。どうしますか？
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」に入っているのは、{ $items }です{ $since }。次はどうしますか？
        [first] 「{ $name }」の新しい曲は、{ $items }です{ $since }。その前の曲は「次」と言ってください。どうしますか？
        [middle] その前に入ったのは、{ $items }です。続きは「次」と言ってください。どうしますか？
       *[last] 一番初めに入ったのは、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、またはほかのプレイリストの名前を言ってください。どうしますか？
    .title = 「{ $name }」の新しい曲
    .card =
        { $lines }
        { $source }
news-since = 。最後に曲が入ったのは{ $date }です
news-none =
    .speech = 「{ $name }」には、まだ何も入っていません。ほかにどのプレイリストを開きますか？
    .reprompt = プレイリストの名前を言ってください。どれにしますか？
playlist-theirs =
    .speech = { $maker ->
        [theirs] 「{ $name }」の持ち主は{ $owner }です。{ -service }で中身を読めるのは、ご自分のプレイリストと、ほかの人と一緒に編集しているものだけです。代わりにどれを開きますか？
       *[other] { -service }では「{ $name }」の中身を読めません。読めるのは、ご自分のプレイリストや、ほかの人と一緒に編集しているもののほとんどです。ほかにどれを開きますか？
    }
    .reprompt = ご自分のプレイリストの名前を言ってください。どれにしますか？
playlist-gone =
    .speech = そのプレイリストは、もう棚にありません。ほかにどれを開きますか？
    .reprompt = プレイリストの名前を言ってください。どれにしますか？

## 保存した曲、聴いた曲、お気に入り

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 保存した曲は、{ $items }です。次はどうしますか？
        [first] 最近保存した曲は、{ $items }です。その前の曲は「次」と言ってください。どうしますか？
        [middle] その前は、{ $items }です。続きは「次」と言ってください。どうしますか？
       *[last] さらにその前は、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、番号、または「プレイリストを教えて」と言ってください。どうしますか？
    .title = 最近保存した曲
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = ライブラリには、まだ保存した曲がありません。「プレイリストを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 聴いた曲は、{ $items }です。次はどうしますか？
        [first] 最近聴いた曲は、{ $items }です。その前の曲は「次」と言ってください。どうしますか？
        [middle] その前は、{ $items }です。続きは「次」と言ってください。どうしますか？
       *[last] さらにその前は、{ $items }です。次はどうしますか？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] 最近聴いていたのは、{ $items }です。次はどうしますか？
        [first] 最近聴いていたのは、{ $items }です。「次」と言えば、もっとさかのぼります。どうしますか？
        [middle] さらにさかのぼると、{ $items }です。続きは「次」と言ってください。どうしますか？
       *[last] いちばん前までさかのぼると、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、または「おすすめを教えて」と言ってください。どうしますか？
    .title = 最近聴いた曲
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = 最近聴いた曲は、{ -service }からは分かりませんでした。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
during = { $span ->
        [weeks] この4週間
        [years] これまで
       *[months] この半年
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { during }によく聴いたのは、{ $items }です。次はどうしますか？
        [first] { during }によく聴いたアーティストは、{ $items }です。続きは「次」と言ってください。どうしますか？
        [middle] 続いて、{ $items }です。もっと聞くには「次」と言ってください。どうしますか？
       *[last] 最後に、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、または「全期間のトップアーティスト」のように期間を言ってください。どうしますか？
    .title = { during }のトップアーティスト
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { during }に聴いた音楽は、{ -service }からはまだよく分かりません。「全期間のトップアーティスト」と言ってみてください。どうしますか？
    .reprompt = 「全期間のトップアーティスト」と言えます。どうしますか？
artist-details =
    .speech = { $number }番は、{ $name }{ $genres }です。「{ $name }みたいな曲」と言えば、ほかにも探します。どうしますか？
    .reprompt = 「次」、または「{ $name }みたいな曲」と言ってください。どうしますか？
artist-genres = 、ジャンルは{ $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { during }によく聴いたのは、{ $items }です。次はどうしますか？
        [first] { during }によく聴いた曲は、{ $items }です。続きは「次」と言ってください。どうしますか？
        [middle] 続いて、{ $items }です。もっと聞くには「次」と言ってください。どうしますか？
       *[last] 最後に、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、または「全期間のトップソング」のように期間を言ってください。どうしますか？
    .title = { during }のトップソング
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { during }に聴いた音楽は、{ -service }からはまだよく分かりません。「全期間のトップソング」と言ってみてください。どうしますか？
    .reprompt = 「全期間のトップソング」と言えます。どうしますか？

## フォロー中のアーティストの新作

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] この3か月の新作は、{ $items }です。次はどうしますか？
        [first] この3か月の新作は、{ $items }です。続きは「次」と言ってください。どうしますか？
        [middle] 続いて、{ $items }です。もっと聞くには「次」と言ってください。どうしますか？
       *[last] 最後に、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」、または詳しく聞きたいものの番号を言ってください。どうしますか？
    .title = 新作
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] { -service }でフォローしているアーティストがまだいないので、新作を調べられませんでした。
        [1] フォロー中のアーティストは、この3か月に新作を出していません。
       *[other] フォロー中やよく聴くアーティスト{ $artists }組は、この3か月に新作を出していません。
    }代わりに何をしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
releases-partial = アーティスト{ $count }組については、今は調べられませんでした。
release-line = { $album }、{ $date }
album-details =
    .speech = { $number }番は、{ $album }{ $total ->
        [0] {""}
        [1] 、1曲だけの作品
       *[other] 、{ $total }曲入り
    }{ $day }です。次はどうしますか？
    .reprompt = 「次」、番号、または「プレイリストを教えて」と言ってください。どうしますか？
released-on = 、{ $date }発売
released-in = 、{ $date }年発売

## 曲のありか

which-song =
    .speech = 曲名に続けて「はどのプレイリスト」と言ってください。どの曲を探しますか？
    .reprompt = 曲名に続けて「はどのプレイリスト」と言ってください。どの曲ですか？
song-there =
    .speech = 「{ $heard }」は「{ $name }」に入っています。{ searched-of }。開きますか？
    .reprompt = 「{ $name }」を開きますか？
song-where =
    .speech = 「{ $heard }」は、{ $names }{ $more ->
        [0] {""}
       *[other] 、ほか{ $more }個のプレイリスト
    }に入っています。{ searched-of }。どれを開きますか？
    .reprompt = プレイリストの名前を言ってください。どれを開きますか？
song-nowhere =
    .speech = 「{ $heard }」は見つかりませんでした。{ searched-of }。別の曲名に続けて「はどのプレイリスト」と言うか、「プレイリストを教えて」と言ってください。どうしますか？
    .reprompt = 曲名に続けて「はどのプレイリスト」と言ってください。どの曲ですか？
searched-of = { $total ->
        [0] 読めるプレイリストがないので、どこも探していません
        [1] 探したのは、一つだけのプレイリストです
       *[other] { $left ->
            [0] 読めるプレイリスト{ $total }個の中をすべて探しました
           *[other] 読めるプレイリスト{ $total }個のうち{ $searched }個の中を探しました
        }
    }

## アカウント

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] 棚には、まだプレイリストがありません。代わりに何をしますか？
        [1] 棚にあるプレイリストは一つです。開きますか、それともほかのことをしますか？
       *[other] 棚にはプレイリストが{ $count }個あります。{ own-among }。どうしますか？
    }
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
own-among = { $unknown ->
        [0] { $others ->
                [0] すべてご自分のものです
               *[other] { $own ->
                    [0] ご自分のものはありません
                   *[other] そのうち{ $own }個がご自分のものです
                }
            }
       *[other] { $own ->
            [0] どれがご自分のものかはわかりません
           *[other] 少なくとも{ $own }個はご自分のものです
        }
    }
account-of =
    .speech = これは{ $name }さんの{ -service }アカウントです。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
account-sample =
    .speech = アカウントはリンクされていません。これは内蔵のサンプルの棚です。ご自分の音楽については、Alexaアプリで{ -service }のアカウントをリンクしてください。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
account-nameless =
    .speech = { -service }のアカウントはリンクされていますが、読み上げられる名前がありません。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
refreshed =
    .speech = ライブラリを読み直しました。{ shelf-count }。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
refresh-later =
    .speech = 今はできませんでした。ライブラリの内容は、まもなく自動で新しくなります。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
forget-me =
    .speech = ライブラリから読んだことと、好みについて聞いたことを、すべて忘れます。{ -service }のアカウントはそのままです。忘れてもいいですか？
    .reprompt = すべて忘れますか？「はい」か「いいえ」、どちらですか？
forgotten =
    .speech = 終わりました。知っていたことはすべて忘れました。アカウントのリンクも解除するには、Alexaアプリでスキルを無効にしてください。さようなら。
forget-later =
    .speech = 今は、覚えている内容を読み書きできません。少ししてからもう一度言ってください。残っているものも、二週間以内に自動で消えます。

## デモ

demo =
    .speech = 昔の音楽を並べたサンプルの棚です。「プレイリストを教えて」、「Deep Focusを開いて」、または「おすすめを教えて」と言ってみてください。どうしますか？
    .speech-2 = この昔の音楽の棚が、ご自分のものだと思ってください。「プレイリストを教えて」、「Ragtime Partyを開いて」、「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
demo-needless =
    .speech = ご自分のライブラリがリンクされているので、デモは必要ありません。「プレイリストを教えて」、または「おすすめを教えて」と言ってください。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
progress =
    .speech = 少々お待ちください。探しています。
    .speech-2 = 音楽を見てみますね。

## どれのことか

which-playlist =
    .speech = どのプレイリストですか？
    .speech-2 = どれにしますか？
    .reprompt = プレイリストの名前か、「プレイリストを教えて」と言ってください。どれにしますか？
did-you-mean =
    .speech = 「{ $name }」が見つかりました。これですか？
    .speech-2 = 「{ $name }」のことですか？
    .reprompt = 「{ $name }」なら「はい」、違うなら別の名前を言ってください。これですか？
did-you-mean-which =
    .speech = 「{ $first }」ですか、それとも「{ $second }」ですか？
    .speech-2 = 「{ $first }」と「{ $second }」の、どちらですか？
    .reprompt = 「最初」か「二番目」、または別の名前を言ってください。どちらですか？
no-such-playlist =
    .speech = 「{ $heard }」と聞こえましたが、そのようなプレイリストは棚にありません。もう一度名前を言うか、「プレイリストを教えて」と言ってください。どれにしますか？
    .speech-2 = 「{ $heard }」というプレイリストは見つかりませんでした。もう一度試すか、「プレイリストを教えて」と言ってください。どれにしますか？
    .reprompt = プレイリストの名前か、「プレイリストを教えて」と言ってください。どれにしますか？
no-such-playlist-partial =
    .speech = 「{ $heard }」というプレイリストは見つかりませんでした。{ $partial }もう一度試すか、「プレイリストを教えて」と言ってください。どれにしますか？
    .reprompt = プレイリストの名前か、「プレイリストを教えて」と言ってください。どれにしますか？

yes-to-nothing =
    .speech = はい、何をしましょうか。「プレイリストを教えて」や「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
no-not-that =
    .speech = 分かりました、これではありませんね。別の名前を言うか、「プレイリストを教えて」と言って番号で選んでください。どれにしますか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれにしますか？
no-then-what =
    .speech = 分かりました。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」、または「終わり」と言えます。どうしますか？
which-number =
    .speech = 何番ですか？
    .reprompt = リストの番号か、プレイリストの名前を言ってください。どれにしますか？

## リストの中を動く

list-end =
    .speech = ここでリストは終わりです。「前」、「最初から」、または名前を言ってください。どうしますか？
    .reprompt = 「最初から」、またはプレイリストの名前を言ってください。どうしますか？
list-start =
    .speech = ここがリストの最初です。「次」、または名前を言ってください。どうしますか？
    .reprompt = 「次」、またはプレイリストの名前を言ってください。どうしますか？
list-no-such =
    .speech = { $total ->
        [1] このリストには一つしかありません。もう一度聞くには「もう一度」と言ってください。どうしますか？
       *[other] このリストは1番から{ $total }番までです。何番にしますか？
    }
    .reprompt = 番号、または「次」と言ってください。どれにしますか？
list-unreadable =
    .speech = このリストには何か入っていますが、今は何も読めません。「プレイリストを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
nothing-to-page =
    .speech = 今はリストを読んでいないので、続きはありません。「プレイリストを教えて」と言えば始められます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？

## ヘルプと、分からなかったとき

help =
    .speech = 「プレイリストを教えて」、プレイリストの名前と「を開いて」、または「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
help-list =
    .speech = 「次」や「前」で移動し、名前か番号で詳しく聞けます。「プレイリストを教えて」と言えば棚に戻ります。どうしますか？
    .reprompt = 「次」、または名前を言ってください。どうしますか？
help-which =
    .speech = 友達に話すように、プレイリストの名前を言ってください。「プレイリストを教えて」とも言えます。どれにしますか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれにしますか？
help-meant =
    .speech = 「はい」か「いいえ」、または「最初」か「二番目」と言ってください。名前をもう一度言うこともできます。どれですか？
    .reprompt = 「最初」か「二番目」、または名前を言ってください。どれですか？
help-confirm =
    .speech = 「はい」と言えば実行し、「いいえ」と言えばそのままにします。どうしますか？
    .reprompt = 「はい」か「いいえ」、どちらですか？
help-unlinked =
    .speech = { -service }のプレイリストを読み上げ、音楽をおすすめします。「デモを聞かせて」と言えば試せます。ご自分の音楽には、Alexaアプリで{ -service }のアカウントをリンクしてください。どうしますか？
    .reprompt = 「デモを聞かせて」と言えます。どうしますか？
fallback =
    .speech = すみません、分かりませんでした。「プレイリストを教えて」、または「おすすめを教えて」と言えます。どうしますか？
    .speech-2 = すみません、それはできません。「プレイリストを教えて」、または「おすすめを教えて」と言ってみてください。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
fallback-list =
    .speech = すみません、分かりませんでした。「次」、「前」、またはプレイリストの名前を言ってください。どうしますか？
    .reprompt = 「次」、またはプレイリストの名前を言ってください。どうしますか？
fallback-which =
    .speech = すみません、名前が聞き取れませんでした。「プレイリストを教えて」と言って、番号で選ぶこともできます。どれにしますか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれにしますか？
fallback-meant =
    .speech = すみません、分かりませんでした。「最初」か「二番目」、または名前をもう一度言ってください。どれですか？
    .reprompt = 「最初」か「二番目」と言ってください。どれですか？
fallback-confirm =
    .speech = すみません、分かりませんでした。「はい」か「いいえ」、どちらですか？
    .reprompt = 「はい」か「いいえ」、どちらですか？
fallback-unlinked =
    .speech = すみません、分かりませんでした。「デモを聞かせて」、または「ヘルプ」と言えます。どうしますか？
    .reprompt = 「デモを聞かせて」、または「ヘルプ」と言えます。どうしますか？
goodbye =
    .speech = さようなら。
    .speech-2 = では、また。

## うまくいかなかったとき

apology-not-linked =
    .speech = それには{ -service }のライブラリを見る必要がありますが、アカウントがまだリンクされていません。Alexaアプリを開いて、お送りしたカードからリンクしてください。
apology-link-expired =
    .speech = { -service }のライブラリを見られなくなりました。数か月に一度、または許可が取り消されたときに起こります。Alexaアプリのカードから、もう一度アカウントをリンクしてください。
apology-scope-missing =
    .speech = この機能ができる前にアカウントをリンクされたので、許可が一つ足りません。Alexaアプリのカードから、もう一度{ -service }のアカウントをリンクしてください。
apology-not-admitted =
    .speech = { -service }のライブラリを、まだ見ることができません。このスキルの運営者が、あなたのアカウントを利用者のリストに加える必要があります。運営者に頼んでみてください。
apology-forbidden =
    .speech = それは{ -service }から読むことが許されていません。
apology-premium-required =
    .speech = それは{ -service }のプレミアムのアカウントだけで使えます。
apology-not-found =
    .speech = それはもう見つかりません。削除されたのかもしれません。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
apology-no-active-device =
    .speech = 今、{ -service }を開いている端末がありません。
apology-rate-limited =
    .speech = { -service }から、少し間を置くように言われました。{ wait }、もう一度試してください。
apology-quota-exceeded =
    .speech = 今日は質問がとても多かったので、{ -service }がこれ以上答えてくれません。{ wait }、もう一度試してください。
apology-rejected =
    .speech = { -service }に質問が通じませんでした。申し訳ありません、こちらの問題です。あとで別のことを試してください。
apology-unavailable =
    .speech = 今は{ -service }につながりません。少ししてから、もう一度試してください。
apology-too-slow =
    .speech = 今は{ -service }の応答に時間がかかっています。少ししてから、もう一度試してください。
apology-unreadable =
    .speech = { -service }から、読み取れない答えが返ってきました。少ししてから、もう一度試してください。
apology-deadline =
    .speech = 考える時間が足りませんでした。もう一度言ってみてください。二回目は早いことがよくあります。
apology-provider =
    .speech = { -service }からは取得できませんでした。少ししてから、もう一度試してください。
apology-busy =
    .speech = 今は混み合っていて、お答えできません。少ししてから、もう一度試してください。
apology-unexpected =
    .speech = 申し訳ありません、こちらで問題が起きました。少ししてから、もう一度試してください。

## 何を聴くか

picks =
    .speech = { $notice }{ $count ->
        [1] { $items }はいかがですか。選んだのは、{ $reason }です。気に入りましたか？
       *[other] { $items }はいかがですか。最初の曲を選んだのは、{ $reason }です。もっと聞くには「ほかの曲」と言ってください。最初の曲は気に入りましたか？
    }
    .speech-2 = { $notice }{ $count ->
        [1] おすすめは、{ $items }です。{ $reason }です。いかがですか？
       *[other] おすすめは、{ $items }です。最初の曲にしたのは、{ $reason }です。「ほかの曲」、「どうして」、「これじゃない」とも言えます。最初の曲はいかがですか？
    }
    .speech-3 = { $notice }{ $count ->
        [1] { $items }を聴いてみませんか。{ $reason }です。いかがですか？
       *[other] { $items }を聴いてみませんか。1番を選んだのは、{ $reason }です。これにしますか、それともほかの曲にしますか？
    }
    .reprompt = 「気に入った」、「これじゃない」、「どうして」、「ほかの曲」と言えます。いかがですか？
    .title = あなたへのおすすめ
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = 何をおすすめしたか、もう覚えていません。新しく聞くには「おすすめを教えて」と言ってください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
picks-dry =
    .speech = 今日のおすすめは以上です。「最初から」と言えばもう一度読みます。「落ち着いた曲」のように、別のものを頼むこともできます。どうしますか？
    .speech-2 = 今日のおすすめは出し切りました。「最初から」と言うか、気分やジャンルを言ってください。どうしますか？
    .reprompt = 「最初から」、または「落ち着いた曲」と言えます。どうしますか？
pick-details =
    .speech = { $number }番は、{ $track }{ $album }です{ $length }。選んだのは、{ $reason }です。気に入りましたか？
    .reprompt = 「気に入った」、「これじゃない」、「似た曲」、「ほかの曲」と言えます。気に入りましたか？
why =
    .speech = { $track }を選んだのは、{ $reasons }です。お好きだと覚えておきましょうか？
    .speech-2 = { $track }にした理由は、{ $reasons }です。気に入りましたか？
    .reprompt = 「気に入った」、「これじゃない」、「ほかの曲」と言えます。気に入りましたか？
    .title = 選んだ理由
    .card =
        { $track }: { $reasons }。
        { $source }
why-nothing =
    .speech = まだ何もおすすめしていません。「おすすめを教えて」と言ってから、「どうして」と聞いてください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] お好みがまだ分かりません。聴いた曲も保存した曲もないので、手がかりがないのです。
       *[other] お好みがまだ分かりません。聴いた曲や保存した曲を、すべては確認できなかったためです。
    }「ニーナシモンみたいな曲」のように、アーティストの名前を言ってください。好きなアーティストは誰ですか？
    .reprompt = アーティストの名前に続けて「みたいな曲」と言ってください。好きなアーティストは誰ですか？
wish-unmet =
    .speech = { $gaps }「{ $heard }」では何も見つかりませんでした。お好みもまだ分かりません。「ニーナシモンみたいな曲」のように、アーティストの名前を言ってください。好きなアーティストは誰ですか？
    .reprompt = アーティストの名前に続けて「みたいな曲」と言ってください。好きなアーティストは誰ですか？
rediscover-none =
    .speech = { $count ->
        [0] 探せるご自分のプレイリストがありません。代わりに「おすすめを教えて」と言ってください。どうしますか？
       *[other] ご自分のプレイリスト{ $count }個の中を探しましたが、どれも最近お聴きになった曲でした。明日また聞くか、「おすすめを教えて」と言ってください。どうしますか？
    }
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $items }はいかがですか。{ $total ->
            [1] 選んだのは
           *[other] 最初のものを選んだのは
        }、{ $reason }です。{ open-which }
        [first] { $items }はいかがですか。最初のものを選んだのは、{ $reason }です。もっと聞くには「次」と言ってください。どれを開きますか？
       *[other] ほかに、{ $items }もあります。どれを開きますか？
    }
    .reprompt = プレイリストの名前、「最初」、または「次」と言ってください。どれを開きますか？
    .title = おすすめのプレイリスト { $first }～{ $last }（全{ $total }個）
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = 棚には、おすすめできるプレイリストがありません。代わりに「おすすめを教えて」と言ってください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？

## おすすめの前に言うこと

notices = { $first }{ $then }
notice-again = 今日の分はもうすべてお聞かせしたので、最初からもう一度お読みします。
notice-unmet = 「{ $heard }」では何も見つかりませんでしたが、こちらはお好みに合いそうです。
notice-nothing-new = 新しいものは今は見つかりませんでしたが、こちらはお好きかもしれません。
notice-nothing-familiar = お好きなものはもうお聴きになったので、新しいものをご紹介します。
notice-heard = もうご存じの曲です。
notice-playlists = ご自分のプレイリストからです。
notice-searched = しばらく聴いていない曲を、ご自分のプレイリスト{ $count }個から探しました。
notice-liked = { $track }がお好きなこと、覚えておきますね。
notice-disliked = 分かりました。{ $track }のような曲は、しばらく控えます。
notice-more-like = { $track }に似た曲です。
notice-missing = 今は、{ $sources }を見ることができませんでした。
notice-scope = { $sources }を見る許可がまだありません。アカウントをもう一度リンクすれば加わります。
source-favourites = お気に入り
source-plays = 最近聴いた曲
source-saves = 保存した曲
source-followed = フォロー中のアーティスト
source-playlists = プレイリスト
source-discovery = 新しい音楽

## 理由。どれも「から」で終わり、そのあとに「です」や「、」が続く

reason-fits = 普段聴いている音楽に合うから
reason-of-the-day = 今日の順番が回ってきたから
reason-top-track = { $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] これまで
    }によく聴いた曲だから
reason-top-artist = { $about }が{ $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] これまで
    }のお気に入りのアーティストだから
reason-top-tracks = { $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] これまで
    }のお気に入りに{ $about }の曲が{ $count }曲入っているから
reason-played = { $count ->
        [1] 最近{ $about }を聴いたから
       *[other] 最近聴いた曲のうち{ $count }曲が{ $about }だったから
    }
reason-saved = { $about }の曲を{ $count }曲保存しているから
reason-followed = { $about }をフォローしているから
reason-playlist = プレイリスト「{ $about }」に入っているから
reason-genre = { $count ->
        [1] よく聴くアーティスト
       *[other] よく聴く{ $count }組のアーティスト
    }と同じ{ $about }だから
reason-mood = { $about }気分に合うから
reason-activity = { $about }にぴったりだから
reason-asked-genre = リクエストどおりの{ $about }だから
reason-asked-artist = { $about }の曲だから
reason-kindred = { $about }と同じ系統の音楽だから
reason-liked = { $about }がお好きだから
reason-named = 名前に、よく聴く{ $about }が入っているから
reason-holds = よく聴く{ $about }の曲が{ $count }曲入っているから

## 画面

screen-playlists = プレイリスト
screen-recommend = おすすめを聞く
screen-next = 次へ
screen-previous = 前へ
screen-another = ほかのおすすめ
screen-demo = デモを試す
screen-link-title = { -service }のアカウントをリンク
screen-link-text = スマートフォンのAlexaアプリを開き、{ -skill }のカードから{ -service }のアカウントをリンクしてください。
touch-gone =
    .speech = それはもうありません。ライブラリが変わったようです。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
