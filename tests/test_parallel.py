"""Stories in parallel: rewrites that hold, figures exchanged in them, reports that differ, and mere neighbours."""

import pytest

from claimcheck import Checker

TRUE = [
    (
        "Retail sales in Brazil rose 0.6 percent in May, after falling 1.1 percent in April.",
        "Brazilian retail sales, which fell 1.1 percent in April, were up 0.6 percent the following month.",
    ),
    (
        "The company earned $12.4 million, or 31 cents a share, compared with $9.8 million, or 25 cents a share, a year earlier.",
        "Profit rose to $12.4 million from $9.8 million a year ago; per share, it came to 31 cents against 25 cents.",
    ),
    (
        "At least 17 people died and 43 were hurt when a bus left the road near Tarvos on Sunday.",
        "A bus crash near Tarvos on Sunday killed at least 17 and left 43 injured.",
    ),
    (
        "Unemployment in the north stood at 9.1 percent, against 4.3 percent in the south.",
        "In the south 4.3 percent were out of work; in the north, 9.1 percent.",
    ),
    (
        "The bank will close 120 branches by 2019 and cut 2,400 jobs.",
        "Some 2,400 jobs will go and 120 branches will shut by 2019, the bank said.",
    ),
    (
        "Voters backed the plan by 51.8 percent to 48.2 percent on a turnout of 67 percent.",
        "The plan passed with 51.8 percent of the vote; 48.2 percent were against, and turnout was 67 percent.",
    ),
    (
        "The river rose to 8.4 metres on Monday, up from 6.9 metres on Saturday.",
        "On Monday the river stood at 8.4 metres, after 6.9 metres on Saturday.",
    ),
    (
        "The museum drew 1.2 million visitors last year, 300,000 more than in 2016.",
        "Last year 1.2 million people came to the museum, up by 300,000 from 2016.",
    ),
    (
        "Crude for June delivery fell 84 cents to $61.07 a barrel; Brent lost 91 cents to $66.50.",
        "Brent was down 91 cents at $66.50, and June crude fell 84 cents to $61.07 a barrel.",
    ),
    (
        "The fund owns 8.2 percent of Navarro Foods and 3.1 percent of its rival Costa Dairy.",
        "Costa Dairy, of which the fund holds 3.1 percent, competes with Navarro Foods, where it has 8.2 percent.",
    ),
    (
        "Three of the seven climbers were found alive after 19 hours.",
        "After 19 hours rescuers found three of the seven climbers alive.",
    ),
    (
        "Police said 230 officers were deployed and 56 protesters detained.",
        "Fifty-six demonstrators were held; 230 officers had been deployed, according to police.",
    ),
    (
        "The bridge, 412 metres long, will cost 38 million euros and open in 2024.",
        "The 412-metre bridge is to open in 2024 at a cost of 38m euros.",
    ),
    (
        "In the first half the group sold 41,000 cars in Europe and 26,000 in Asia.",
        "The group sold 26,000 cars in Asia and 41,000 in Europe in the first half.",
    ),
    (
        "The quake, of magnitude 6.1, struck at 4:12 a.m. at a depth of 10 kilometres.",
        "A 6.1-magnitude quake hit at 4:12 a.m., 10 km below the surface.",
    ),
    (
        "She was sentenced to 12 years for fraud and four years for perjury.",
        "The judge gave her four years for perjury and 12 for fraud.",
    ),
]

EXCHANGED = [
    (
        "Retail sales in Brazil rose 0.6 percent in May, after falling 1.1 percent in April.",
        "Brazilian retail sales, which fell 0.6 percent in April, were up 1.1 percent the following month.",
    ),
    (
        "Unemployment in the north stood at 9.1 percent, against 4.3 percent in the south.",
        "In the south 9.1 percent were out of work; in the north, 4.3 percent.",
    ),
    (
        "The bank will close 120 branches by 2019 and cut 2,400 jobs.",
        "Some 120 jobs will go and 2,400 branches will shut by 2019, the bank said.",
    ),
    (
        "The river rose to 8.4 metres on Monday, up from 6.9 metres on Saturday.",
        "On Monday the river stood at 6.9 metres, after 8.4 metres on Saturday.",
    ),
    (
        "Crude for June delivery fell 84 cents to $61.07 a barrel; Brent lost 91 cents to $66.50.",
        "Brent was down 84 cents at $66.50, and June crude fell 91 cents to $61.07 a barrel.",
    ),
    (
        "The fund owns 8.2 percent of Navarro Foods and 3.1 percent of its rival Costa Dairy.",
        "Costa Dairy, of which the fund holds 8.2 percent, competes with Navarro Foods, where it has 3.1 percent.",
    ),
    (
        "Three of the seven climbers were found alive after 19 hours.",
        "After 19 hours rescuers found seven of the three climbers alive.",
    ),
    (
        "In the first half the group sold 41,000 cars in Europe and 26,000 in Asia.",
        "The group sold 41,000 cars in Asia and 26,000 in Europe in the first half.",
    ),
    (
        "She was sentenced to 12 years for fraud and four years for perjury.",
        "The judge gave her 12 years for perjury and four for fraud.",
    ),
    (
        "At least 17 people died and 43 were hurt when a bus left the road near Tarvos on Sunday.",
        "A bus crash near Tarvos on Sunday killed at least 43 and left 17 injured.",
    ),
]

DIFFERING = [
    (
        "The landslide near Gavar killed 40 people.",
        "The landslide near Gavar killed 43 people, officials said.",
    ),
    (
        "Velmont shares closed at $41.30, down $1.20.",
        "Velmont shares fell $1.05 to $41.45 in early trading.",
    ),
    (
        "Police arrested 31 protesters in Lienz on Friday.",
        "In Lienz, 37 protesters were arrested on Friday, police said.",
    ),
    (
        "Ada Lund, 51, has led the party since 2009.",
        "Ada Lund, 52, has been party leader since 2009.",
    ),
    (
        "The fire destroyed 14 houses in Orlau.",
        "Sixteen houses in Orlau were burned down by the fire.",
    ),
    (
        "The S&P 500 rose 4.3 points to 980.52.",
        "The S&P 500 was up 5.1 points at 980.52.",
    ),
    (
        "The tunnel will cost 1.2 billion euros, the ministry said.",
        "The tunnel is to cost 1.4 billion euros, according to the ministry.",
    ),
    (
        "About 5,000 people marched through Piran on Sunday.",
        "On Sunday some 8,000 people marched through Piran.",
    ),
    (
        "The ferry was carrying 212 passengers when it sank.",
        "There were 230 passengers aboard the ferry when it sank.",
    ),
    (
        "Unemployment rose to 6.1 percent in June.",
        "In June unemployment rose to 6.4 percent.",
    ),
    (
        "The blast at the plant in Dorn wounded 25 workers.",
        "Twenty-nine workers were hurt in the blast at the Dorn plant.",
    ),
    (
        "Lund was given four years in prison.",
        "Lund got five years in prison.",
    ),
]

NEIGHBOURS = [
    (
        "Velmont shares fell $1.20 to $41.30 in Thursday trading.",
        "Ostrava Steel shares fell $2.10 to $66.05 in Thursday trading.",
    ),
    (
        "The strike at the Dorn plant enters its fifth week.",
        "The strike at the Lienz plant enters its third week.",
    ),
    (
        "Lumen sold 4.1 million phones in China last quarter.",
        "Lumen sold 1.9 million phones in India last quarter.",
    ),
    (
        "In Norway 34 percent of voters are over 60.",
        "In Sweden 29 percent of voters are over 60.",
    ),
    (
        "Ada Lund was sentenced to 12 years in prison.",
        "Her brother, Per Lund, was sentenced to nine years in prison.",
    ),
    (
        "Net profit for the year was $40 million on sales of $310 million.",
        "Net profit for the quarter was $11 million on sales of $80 million.",
    ),
    (
        "The 10-year note's yield fell to 4.11 percent.",
        "The two-year note's yield fell to 1.64 percent.",
    ),
    (
        "The euro rose to $1.1914 in Tokyo.",
        "The pound rose to $1.6412 in Tokyo.",
    ),
    (
        "Women hold 31 percent of the seats in parliament.",
        "Women hold 12 percent of the seats on company boards.",
    ),
    (
        "The first bomb killed 11 people at a market.",
        "The second bomb killed six people at a bus stop.",
    ),
    (
        "The north of the county had 40 cm of snow.",
        "The south of the county had 15 cm of snow.",
    ),
    (
        "Analysts had expected a profit of 31 cents a share.",
        "The company reported a profit of 34 cents a share.",
    ),
    (
        "The gold price rose to $412 an ounce.",
        "The price of silver rose to $6.10 an ounce.",
    ),
    (
        "The men's team won 5-2 on Saturday.",
        "The women's team won 3-1 on Saturday.",
    ),
    (
        "A year ago the fund held 3.1 million shares.",
        "The fund now holds 5.4 million shares.",
    ),
    (
        "Police arrested 31 people on Friday.",
        "The fire brigade rescued 12 people on Friday.",
    ),
    (
        "The bill passed the House by 221 to 204.",
        "The bill passed the Senate by 62 to 37.",
    ),
    (
        "Sales at stores open at least a year rose 3 percent.",
        "Total sales rose 8.1 percent, the chain said.",
    ),
    (
        "Twelve of the victims were children.",
        "Thirty of the victims were women.",
    ),
    (
        "The company expects revenue of $5.1 billion this year.",
        "Revenue last year was $4.6 billion.",
    ),
    (
        "The suspect, a 34-year-old plumber, was held in Orlau.",
        "The victim, a 61-year-old teacher, was from Orlau.",
    ),
    (
        "Turnout was 54 percent in the cities.",
        "Turnout was 71 percent in the villages.",
    ),
]


@pytest.mark.parametrize(("source", "draft"), TRUE)
def test_a_true_rewrite_raises_nothing(source: str, draft: str) -> None:
    assert Checker().check(draft, [source]).findings == ()
    assert [link for link in Checker().compare([source, draft]).links if link.verdict in {"conflict", "update"}] == []


@pytest.mark.parametrize(("source", "draft"), EXCHANGED)
def test_figures_exchanged_in_a_rewrite_are_one_finding(source: str, draft: str) -> None:
    (finding,) = Checker().check(draft, [source]).findings
    assert finding.rule == "swapped-values"


@pytest.mark.parametrize(("one", "two"), DIFFERING)
def test_reports_of_one_fact_that_differ(one: str, two: str) -> None:
    report = Checker().compare([one, two])
    assert {link.verdict for link in report.links} & {"conflict", "update"}
    assert "value-mismatch" in {finding.rule for finding in Checker().check(two, [one]).findings}


@pytest.mark.parametrize(("one", "two"), NEIGHBOURS)
def test_reports_of_other_facts_do_not_contradict(one: str, two: str) -> None:
    report = Checker().compare([one, two])
    assert [link for link in report.links if link.verdict in {"conflict", "update"}] == []
