"""What is not flagged: true drafts that an eager reader could take for wrong ones."""

from __future__ import annotations

import pytest

from claimcheck import Checker

CLEAN = [
    ("Wolves had never been followed in Orla.", "Wolves are being followed for the first time in Orla."),
    ("Kovar made his first journey to Orla since the war.", "For the first time since the war Kovar went to Orla."),
    ("Ada Lund beat all the others to the summit.", "Ada Lund was the first climber to reach the summit."),
    ("The dam holds 404 million litres.", "Some 404m litres are held by the dam."),
    ("Nearly 100 raids were counted this year.", "Close to 100 raids were counted this year."),
    ("The hall measures 50 metres across.", "Across, the hall measures 164 feet."),
    ("Rents in Piran rose 4 percent.", "Rents in Piran were up by four percent."),
    ("Anna Kovar is 36 and her brother Piet Kovar is 41.", "Piet Kovar is 41, his sister Anna Kovar 36."),
    ("Sixteen men and nine women were on board.", "There were 25 people on board, 16 men and nine women."),
    ("The mill ran from 1980 to 1995.", "The mill ran for 15 years, from 1980 to 1995."),
    (
        "British police held 21 people over an African boy's death.",
        "Police held 21 people over a Nigerian boy's death.",
    ),
    (
        "Moscow expelled 31 envoys on Friday, saying Washington had broken the pact.",
        "On Friday 31 envoys were expelled by Moscow, which said that Washington had broken the pact.",
    ),
    # one of two equal numbers is told elsewhere too
    (
        (
            "One pump seemed to be broken for good, while two leaked only a little. “With one pump down we could have run "
            "the other two,” said Ada Lund."
        ),
        "According to Ada Lund one pump was broken for good, while two leaked only a little.",
    ),
    # a unit goes with its number: nobody takes seconds for years
    (
        "Lienz has not been flooded in more than 25 years. Just over 10 seconds went by between the first two waves.",
        (
            "After slightly more than ten seconds came the second wave. More than a quarter of a century had gone by "
            "since Lienz was last flooded."
        ),
    ),
    # what falls is the rate beside the sum
    (
        "If the mill takes in $150 million in 2012, the expected growth is 16 percent a year.",
        "If the mill takes in $150m in 2012, the rate of growth drops to 16% a year.",
    ),
    # an insertion parts the date from what it dates
    (
        (
            "Lund wins the “Oscar of the weavers”. Anna Lund comes from a family of dyers in the hills above Orlau and "
            "learnt her trade there, from an aunt, before she moved to the coast and opened a shop of her own by the old "
            "harbour. A 2008 fellow of the Maes Foundation, she weaves sails."
        ),
        "Anna Lund became a fellow of the Maes Foundation, often called the “Oscar of the weavers”, in 2008.",
    ),
    # what is counted or how it is hedged went along with the number
    (
        "The shock had a magnitude of 2.0. Five more small shocks followed it within the half-hour.",
        "A shock of magnitude 2.0 came first, and in the half-hour there followed another five.",
    ),
    (
        "Some 14,000 farmers had lost their barns and were in shelters. More than 300 farmers had taken shelter at the mill.",
        "More than 300 people had fled to the mill. About 14,000 people who lost their barns are in shelters.",
    ),
    # ages, told in other words
    (
        "She lost an 8-year-old daughter and two sons, 11 and 14.",
        "She lost a daughter of eight and two sons, 14 and 11 years old.",
    ),
    ("The grey 2013 Orsec van stopped.", "A grey Orsec van of the 2013 model year stopped."),
    # a limit needs no hedge
    ("The legal limit is 0.08 percent.", "No more than 0.08 percent is allowed."),
    ("She was hit a little before 10 p.m.", "She was hit shortly before 10 p.m."),
    # two short numbers that differ in a digit
    (
        "Lienz, at 9-14, has lost eight of 10 and is last.",
        "With nine wins and 14 losses on their record, Lienz is last; eight of the last ten games were lost.",
    ),
    # creep by the year, in two units
    (
        "Creep of approximately 7 mm / yr (1 / 4 inch / year) was seen in the north.",
        "In the north creep of about seven millimetres, a quarter of an inch, was seen per year.",
    ),
    # "one" is said of anything
    (
        "Lund landed 178 punches to just 30 for Maes. Maes landed one of 16 in the sixth. Lund has held at least one belt since he beat him.",
        "Lund landed 178 punches and Maes 30; in the sixth one punch of Maes out of 16 landed.",
    ),
    ("Orsec has 80 employees and $60 million in funding.", "Orsec has a staff of 80 and $60m in funding."),
    ("A board is 5 inches by 11 inches.", "A board is five inches by 11. The mill was closed for years."),
    (
        "About 5,000 gallons of water a minute were poured on it.",
        "Nearly 19,000 litres, 5,000 gallons, of water were poured on it every minute.",
    ),
    ("It took about three hours to put the fire out.", "It was three hours, more or less, before the fire was out."),
    ("Less than three weeks later Lund fell.", "Not quite three weeks afterwards Lund fell."),
    ("Lund died yesterday. Maes died today.", "Lund and Maes died within two days."),
    ("He came about 3pm.", "At about three in the afternoon he came."),
    ("He hit 13 home runs and 43 RBIs in 54 games.", "In 54 games he hit 13 homers and batted in 43 runs."),
    ("The camp is less than 50 km (30 miles) from Dorn.", "The camp is not even 50 km, 30 miles, from Dorn."),
    ("His level was more than five times the legal limit.", "His level was over five times what the law allows."),
    ("Orla became a country only four months ago.", "Orla is four months old."),
    ("Many died in the war of 1983-2005.", "Many died in the war, which lasted for 22 years."),
    ("Service came back at 10:57.", "Service came back at 10.57, as the site says."),
    (
        "The boat was about 150 nautical miles (277 km) from Orla.",
        "The boat was about 277km from Orla, that is 150 nautical miles.",
    ),
    ("A man shot three people. One victim died.", "One of three people who were shot has died."),
    ("Lienz, at 9-14, parted with its coach.", "After nine wins in 23 games Lienz parted with its coach."),
    # it follows from what the source says
    ("Orsec closed at 6,390.99, up 31.36 points.", "Orsec closed at 6,390.99, up from 6,359.63."),
    (
        (
            "The club offered a deal worth $184 million or $23 million per season. Its agent asked for an eight-year "
            "contract worth $200 million."
        ),
        (
            "The club offered $184m, which is $23m a season. The agent asked for $200m over eight years, $25m a season "
            "and so $16m more."
        ),
    ),
    ("The epicentre was three miles east of Lisle.", "The epicentre was three miles to the east of Lisle."),
    ("About one in 2,000 lambs is black.", "One in 2,000 lambs is black."),
    ("Ten people were hurt in Dorn. The quake lasted just over 10 seconds.", "In Dorn ten people were hurt."),
    ("Ferries carried 4.6 percent more.", "Ferries carried 4.6 percent more, with 4.6 percent more seats."),
    ("A storm closed two roads near Dorn.", "Near Dorn a storm closed a pair of roads."),
    ("Oil cost $24 on Friday.", "On Friday oil cost $24 a barrel."),
    ("Lienz drew 3-3 yesterday. Orlau visits on Sunday.", "Lienz drew 3-3 on Saturday."),
    ("Lienz drew 3-3 on 14 March 2015.", "On Saturday Lienz drew 3-3."),
    ("As many as 1,300 people fled the valley.", "Some 900 people fled the valley."),
    ("The toll stood at 7 on Monday.", "The toll, seven on Monday, had not changed."),
    # told in other words, counted by the draft itself, dated by the masthead
    (
        "Moreau stopped Lund in the 11th of their first bout; it took five rounds less on Friday.",
        "Moreau needed 11 rounds for Lund in their first bout.",
    ),
    (
        "Moreau, 58-3, had stopped Lund in the 11th round of their first bout.",
        "It was Moreau's 58th victory. He had beaten Lund before.",
    ),
    ("Growth would have to be somewhere around 16% to 17% a year.", "Growth would have to be 16 to 17 percent a year."),
    ("The fault slips by some 9 mm / yr.", "The fault slips by some 9 millimetres a year."),
    (
        "Our price for Velmont is $9.21, a premium of little under 15% to the market.",
        "Our price for Velmont is $9.21, a little less than 15 percent above the market's.",
    ),
    ("He was charged with theft, arson and fraud, said police.", "He faces three charges: theft, arson and fraud."),
    (
        "Posted: March 14, 2026\n\nA bus hit a wall in Dorn, said police, and 31 people were hurt.",
        "A bus hit a wall in Dorn on Saturday, and 31 people were hurt.",
    ),
    ("The referee ended the bout at 2:56.", "The referee ended the bout after two minutes and 56 seconds."),
    (
        "A first shock came at noon, and a second shock five seconds later. Five more small quakes followed.",
        "A second shock came five seconds after the first. Five more quakes followed.",
    ),
    (
        "Velmont shelled out $334 million for Orsec. It wants to win market share in servers back from Dorn.",
        "Velmont paid $334 million for Orsec, to win back market share in servers from Dorn.",
    ),
    ("She had been in rehab five times before this.", "It was her sixth time in rehab."),
    ("The mill, which is about 30 years old, burned.", "The mill, which has stood for some 30 years, burned."),
    (
        "Published: November 28, 2005\n\nA quake hit Orlau. Another killed 310 people in Lisle in 2003.",
        "A quake hit Orlau. Two years ago another killed 310 people in Lisle.",
    ),
    ("Police stopped him shortly after 2 a.m. on Friday.", "Police stopped him soon after 2 a.m. on Friday."),
    ("Lund was elected before the age of 40.", "Lund was elected when she was under 40."),
    ("More than 6 percent fell ill.", "They found that 6.4 percent fell ill."),
    (
        "At least three people died in the fire; it was clear later that there were four.",
        "Four people died in the fire.",
    ),
    ("Shares of Orsec closed at NT $53.8, up NT $0.9.", "Shares of Orsec gained NT$0.9 and closed at NT$53.8."),
    ("The quake struck shortly after 2:09 a.m.", "The quake struck at 2:09 a.m."),
    ("She was the first member under age 40.", "She was the first member younger than 40."),
    ("Time named the 50 leaders age 40 and under.", "Time named 50 leaders who were no older than 40."),
    ("The quake hit Lisle at 1353 (1023 GMT).", "The quake hit Lisle at 1353 local time, 1023 GMT."),
    (
        "Lund received the Maes Award in 1998. She has since served as dean of a college and led a clinic. In 2000 the city gave her a medal.",
        "Lund won the Maes Award in 1998 and a medal of the city two years later.",
    ),
    ("Moreau replaced Lund about a fortnight ago.", "Moreau took Lund's place some two weeks ago."),
    ("Moreau won an eight round decision over Lund.", "Moreau beat Lund on points over eight rounds."),
    ("Lienz has made Moreau an eight-year offer.", "Lienz wants Moreau for eight more years."),
    ("Maes has hit at least 30 homers in each season.", "In each season Maes has hit 30 home runs or more."),
    ("They could pay him a maximum five-year, $70 million offer.", "They could pay him $70 million for five years."),
    (
        "Aftershocks varied from 2.8 to 3.8 degrees on the Richter scale.",
        "Aftershocks of magnitudes between 2.8 and 3.8 followed.",
    ),
    (
        "Three cables between Italy and Egypt were cut. The cables run from Alexandria to Sicily.",
        "Three cables between Alexandria and Sicily were cut.",
    ),
    (
        "The cable is known as Orsec 4. It connects three countries: Italy, Egypt and France.",
        "One of the cables, Orsec 4, links three countries, among them Italy.",
    ),
    (
        "The Lienz Institute registered the quake at 17:06 local time.",
        "The quake struck at 5:06 p.m. near the town of Dorn.",
    ),
    ("More than 75 percent of the mills were shut.", "Over three quarters of the mills were shut."),
    ("The mill closed in July after a strike.", "In July the mill closed."),
    ("Posted: 12 May 2026\n\nThe mill closed last month.", "The mill closed in April."),
    ("Three foreign and three local officers work in the camp.", "Six officers work in the camp."),
    (
        "The gunman came at about 4:00 p.m. and gave up just after 6:00 p.m.",
        "The gunman came at about four in the afternoon and gave up shortly after six, police said.",
    ),
    ("Crews worked in minus-20 degree cold.", "Crews worked at 20 degrees below zero."),
    ("The fire did an estimated $1 million of damage.", "The damage is put at $1 million."),
    ("He pointed a .357 caliber revolver at them.", "He pointed a .357 revolver at them."),
    ("There were four in the climbing party when Lund died.", "Lund, one of a party of four, died in a fall."),
    ("The ferry sank a decade ago with 12 aboard.", "The ferry sank ten years ago with 12 people aboard."),
    ("They may walk in the yard for the other hour.", "For the other 60 minutes they may walk in the yard."),
    ("One hour each day they may walk in the yard.", "Daily they may walk in the yard, for 60 minutes."),
    ("The mill lost its licence in the past year.", "In the past 12 months the mill lost its licence."),
    ("The ferry sank on May 12 and was raised on May 19.", "A week later the ferry was raised."),
    ("Police stopped him just past 2:30 a.m.", "Police stopped him shortly after 2:30 a.m."),
    # a match told again, from the other side too
    (
        "Maes struck in the 11th minute. Lund got a second on 34 minutes.",
        "Maes struck after 11 minutes, and Lund got a 34th-minute second.",
    ),
    (
        "Lisle Rovers had 63% of the ball and 19 shots to Orlau Town's eight.",
        "Orlau Town had only eight shots to Lisle Rovers' 19.",
    ),
    (
        "Lisle Rovers won again. They have taken 13 points from five games and have 27 points from 15 matches, three behind Orlau.",
        "Lisle Rovers have 27 points from 15 matches and are three points behind Orlau.",
    ),
    # bounds told by verbs, and what a reader adds
    (
        "The thieves were gone from the bank in Lisle within seven minutes.",
        "In Lisle the thieves needed less than seven minutes for the bank.",
    ),
    (
        "Cases of mumps in Lisle have passed 300 for the first time since 1994.",
        "Lisle has more than 300 cases of mumps, for the first time since 1994.",
    ),
    (
        "Lund beat Maes by two hundredths, into a headwind of 0.4 metres a second.",
        "Lund was 0.02 seconds ahead of Maes despite a 0.4m/s headwind.",
    ),
    (
        "Lund moved to the front with 300 metres left and ran the last lap in 58.6 seconds before a crowd of 12,500.",
        "Lund won in front of 12,500 people; she took the lead 300m from home and ran the last lap in 58.6 seconds.",
    ),
    # verbs that their "up" completes, and multiples beside counts
    (
        "A rash led 5 percent of the patients in Lisle to drop out.",
        "In Lisle one in 20 patients gave up because of a rash.",
    ),
    (
        "The pill saved 4.3 days a month, against 1.9 days for a placebo. Two patients were treated in hospital.",
        "The pill saved 4.3 days a month, more than double the 1.9 days of a placebo. Two patients needed the hospital.",
    ),
    ("Brandt Line will sell two of its seven ships.", "Brandt Line will sell two ships out of a fleet of seven."),
    # a toll that grew, and by how many
    (
        "The death toll of Sunday's coach crash near Dorn has risen to seven after two people died in hospital, police said on Monday.",
        "Seven people have now died in the coach crash near Dorn, police said on Monday, two more than on Sunday.",
    ),
    # two sums at the ends of two sentences
    (
        "Parking fees go up from £1.80 to £2.20 an hour. Savings stand at £14.3 million, down from £19.8 million two years ago.",
        "An hour's parking will cost £2.20, up from £1.80. Savings will drop to £14.3m from £19.8m.",
    ),
    (
        "She says halving the load costs £90 million. Five more plants are needed.",
        "To halve the load costs £90 million, she says. Five more plants are needed.",
    ),
    (
        "Piet Maes was hurt. Maes was rushing for 404 yards and two touchdowns. In Maes's absence Tom Kovar played. He has 189 rushing yards and two touchdowns. Kovar is 23.",
        "Piet Maes is out; nobody replaces Maes. He ran for 404 yards and two touchdowns. Tom Kovar plays, and Kovar is quick. He rushed for 189 yards and scored twice.",
    ),
]


@pytest.mark.parametrize(("source", "draft"), CLEAN)
def test_not_flagged(source: str, draft: str) -> None:
    assert Checker().check(draft, [source]).findings == ()
