"""New artists: from similar artists, from collaborations, and from opinions."""

from msgspec.structs import replace

from providers.music import Album, Artist, Track
from providers.recommender.ranking.affinity import affinities
from providers.recommender.ranking.domain_types import Evidence, Taste
from providers.recommender.ranking.history import Feedback
from providers.recommender.ranking.new_artists import (
    Acquaintance,
    disliked_names,
    find_leads,
    name_key,
)
from tests.providers.recommender.ranking.test_similar_artists import Lists
from tests.providers.sample_music import NOW, TODAY, track


def by(*names: str, number: int = 1) -> Track:
    artists = tuple(Artist(f"id-{name}", name) for name in names)
    return track(number, artists=artists)


def acquaintance(*songs: Track) -> Acquaintance:
    taste = Taste(top_tracks={"weeks": songs})
    return Acquaintance(taste, affinities(taste, NOW))


def opinion(name: str, *, liked: bool) -> Feedback:
    return Feedback(name, (name,), (), name, liked, TODAY)


SOURCE = Lists(
    {
        "a": {"x": 0.8, "y": 0.6},
        "b": {"z": 1.0},
        "x": {"p": 0.8, "a": 0.6},
        "y": {"q": 0.9, "x": 0.4},
    }
)


def test_neighbours_are_leads_with_their_reason() -> None:
    leads = find_leads(acquaintance(by("a"), by("b", number=2)), SOURCE)
    assert set(leads) == {"x", "y", "z"}
    fact = leads["x"].evidence[0]
    assert (fact.signal, fact.about, fact.artist) == ("neighbour", "a", "x")
    closeness = [lead.closeness for lead in leads.values()]
    assert closeness == sorted(closeness, reverse=True)


def test_without_a_source_and_collaborations_there_are_no_leads() -> None:
    assert find_leads(acquaintance(by("a")), None) == {}
    assert find_leads(acquaintance(by("?")), SOURCE) == {}


def test_a_guest_is_a_lead_and_a_known_guest_is_not() -> None:
    songs = by("a", "guest"), by("a", "b", number=2), by("b", number=3)
    leads = find_leads(acquaintance(*songs), None)
    assert set(leads) == {"guest"}
    (fact,) = leads["guest"].evidence
    assert fact == Evidence("guest", fact.strength, "a", artist="guest")


def test_a_neighbour_who_is_a_guest_too_is_closer() -> None:
    alone = find_leads(acquaintance(by("a")), SOURCE)["y"]
    both = find_leads(acquaintance(by("a", "y")), SOURCE)["y"]
    assert both.closeness > alone.closeness
    assert [fact.signal for fact in both.evidence] == ["guest", "neighbour"]


def test_who_has_the_listeners_artist_on_an_album_is_a_lead() -> None:
    album = Album("1", "Album", (Artist("id-host", "host"), Artist("id-a", "a")))
    mixed = Album("2", "Hits", (Artist("id-v", "Various Artists"),))
    known = replace(acquaintance(by("a")), hosts={"a": (album, mixed)})
    leads = find_leads(known, None)
    assert set(leads) == {"host"}
    fact = leads["host"].evidence[0]
    assert (fact.signal, fact.about, fact.artist) == ("host", "a", "host")


def test_neighbours_of_what_was_liked_take_turns_with_the_others() -> None:
    liked = replace(acquaintance(by("a")), feedback=(opinion("x", liked=True),))
    names = list(find_leads(liked, SOURCE))
    assert names[0] == "p"
    assert find_leads(liked, SOURCE)["p"].evidence[0].signal == "liked_neighbour"


def test_a_partner_of_what_was_liked_is_a_lead_without_a_source() -> None:
    liked = replace(
        acquaintance(by("a")),
        feedback=(opinion("x", liked=True),),
        liked_songs=(by("x", "friend"), by("other", "a", number=2)),
    )
    leads = find_leads(liked, None)
    assert set(leads) == {"friend"}
    fact = leads["friend"].evidence[0]
    assert (fact.signal, fact.about) == ("partner", "x")


def test_neighbours_of_what_was_disliked_are_left_out() -> None:
    disliked = (opinion("y", liked=False),)
    assert disliked_names(disliked, SOURCE) == {"y", "q", "x"}
    assert disliked_names(disliked, None) == {"y"}
    known = replace(acquaintance(by("a")), feedback=disliked)
    assert find_leads(known, SOURCE) == {}


def test_who_is_near_a_liked_artist_stays() -> None:
    opinions = opinion("y", liked=False), opinion("a", liked=True)
    assert disliked_names(opinions, SOURCE) == {"y", "q"}


def test_the_last_opinion_of_an_artist_counts() -> None:
    opinions = opinion("y", liked=False), opinion("y", liked=True)
    assert disliked_names(opinions, SOURCE) == frozenset()


def test_names_are_compared_without_article_case_and_accents() -> None:
    assert name_key("The Beatles") == name_key("beatles")
    assert name_key("Beyoncé") == name_key("BEYONCE")
    assert name_key("The") == "the"
    assert name_key("Nova") != name_key("Nova 2")
