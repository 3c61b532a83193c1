"""Closed classes of English words that the grammar turns on."""

from __future__ import annotations

STOP = frozenset(
    (
        # determiners, pronouns
        "the a an this that these those my your his her its our their he she it they we you i me him them us who "
        "whom whose which what all both each every either neither no none any some such another other others "
        # prepositions
        "of in on at by for from to with without within into onto over under above below between among amongst "
        "after before during since until till through throughout across against along around about as off out up "
        "down per via than like despite behind beyond near toward towards upon beside besides except amid "
        "following including regarding versus vs inside outside alongside around worth because although though "
        "while when where whereas if unless whether why how "
        # conjunctions, adverbs
        "and or but nor so yet then also too not only just even still again already ago away back here there now "
        "today yesterday tomorrow tonight later earlier early soon once twice often always never perhaps maybe "
        "instead however together apart ahead else altogether overall far forward abroad home aboard alone each "
        "apiece straight "
        # auxiliaries and verbs that follow a bare number
        "is are was were be been being am has have had having do does did done will would shall should may might "
        "can could must say says said told tell go goes went gone come comes came get gets got make makes made "
        "take takes took taken give gives gave given see sees saw seen know knew known think thought want wants "
        "need needs seem seems seemed become became remain remains remained stay stayed work works worked live "
        "lived die died killed wounded injured arrested hurt dead missing left lost won beat voted vote agreed "
        "rose fell gained dropped climbed jumped slipped sat stood ran run began begin begun ended end finished "
        "lead led leads held hold holds kept keep found find according compared including based due owned old "
        "long wide deep tall high heavy ft strong suffered survived escaped returned played play started scored "
        "reached hit survived drowned fled missed last next expected believed thought reported estimated "
        "scheduled involved located available capable able likely ready more less fewer most least much many few "
        "several enough m s t re ve ll d eb pm"
    ).split()
)
"""End a noun phrase."""

IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "halves": "half", "leaves": "leaf",
    "thieves": "thief",
    "loaves": "loaf", "shelves": "shelf", "calves": "calf", "hooves": "hoof", "scarves": "scarf", "selves": "self",
    **{f"{word}s": word for word in (
        "somali yemeni israeli iraqi pakistani omani kuwaiti qatari saudi bangladeshi emirati azerbaijani nepali "
        "bengali punjabi taxi ski alibi safari rabbi bikini martini kiwi sari"
    ).split()},
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "crises": "crisis",
    "analyses": "analysis",
    "theses": "thesis", "bases": "base", "diagnoses": "diagnosis", "oases": "oasis", "axes": "axe",
    "dice": "die", "oxen": "ox",
    "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero", "volcanoes": "volcano", "echoes": "echo",
    "torpedoes": "torpedo",
    "tornadoes": "tornado", "mosquitoes": "mosquito", "buffaloes": "buffalo", "vetoes": "veto", "embargoes": "embargo",
    "cargoes": "cargo", "buses": "bus", "gases": "gas", "viruses": "virus", "bonuses": "bonus", "campuses": "campus",
    "statuses": "status", "lenses": "lens", "censuses": "census", "focuses": "focus", "choruses": "chorus",
    "circuses": "circus",
    "quizzes": "quiz", "movies": "movie", "cookies": "cookie", "rookies": "rookie", "calories": "calorie",
    "zombies": "zombie",
    "alumni": "alumnus", "nuclei": "nucleus", "fungi": "fungus", "cacti": "cactus", "stimuli": "stimulus",
    "radii": "radius",
    "firemen": "fireman", "policemen": "policeman", "fishermen": "fisherman", "gunmen": "gunman",
    "businessmen": "businessman",
    "congressmen": "congressman", "servicemen": "serviceman", "crewmen": "crewman", "policewomen": "policewoman",
    "gentlemen": "gentleman", "salesmen": "salesman", "spokesmen": "spokesman", "workmen": "workman",
    "craftsmen": "craftsman",
    "businesswomen": "businesswoman", "congresswomen": "congresswoman", "horsemen": "horseman", "marksmen": "marksman",
    "airmen": "airman", "seamen": "seaman", "sportsmen": "sportsman", "grandchildren": "grandchild",
    "stepchildren": "stepchild",
    "schoolchildren": "schoolchild", "godchildren": "godchild", "pence": "penny", "matrices": "matrix",
    "vertices": "vertex",
    "indices": "index", "appendices": "appendix", "larvae": "larva", "strata": "stratum", "curricula": "curriculum",
}  # fmt: skip

SAME_IN_PLURAL = frozenset(
    "people staff police troops aircraft spacecraft hovercraft sheep fish deer cattle personnel crew series species "
    "salmon trout shrimp squid bison moose swine offspring headquarters clergy poultry livestock watercraft rugs "
    "folk faculty manpower horsepower youth infantry cavalry artillery medics helicopters".split()
)
"""Nouns that may be plural without a sign of it."""

UNMARKED = frozenset(
    "united red bed seed breed shed family families daily weekly monthly elderly friendly armed".split()
)
NO_PLURAL = frozenset(
    "news gas bus campus lens mass pass class glass press business access success process process loss "
    "boss cross dress grass series species means headquarters barracks crossroads gallows chess "
    "christmas texas mathematics physics politics economics athletics family assembly supply rally ally "
    "reply monopoly jelly fly belly lily bully italy july".split()
)
NOT_PLURAL = frozenset(
    "news gas bus lens christmas texas kansas arkansas paris james charles davis jones williams adams always perhaps "
    "plus thus this his its us as was has is does says goes besides sometimes afterwards towards backwards forwards "
    "yes alas gets makes takes comes becomes wants needs seems shows includes remains means plays runs begins ends "
    "leads leaves holds keeps gives sees knows thinks works lives dies stands sits falls rises".split()
)
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
SUPERLATIVES = {"best": "good", "worst": "bad", "eldest": "old", "latest": "late", "farthest": "far", "furthest": "far"}
NOT_SUPERLATIVE = frozenset(
    "forest harvest contest request interest protest arrest invest priest budapest midwest northwest "
    "southwest conquest inquest honest modest tempest earnest digest bequest behest pretest retest "
    "disinterest rainforest manifest".split()
)
