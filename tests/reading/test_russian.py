"""What Russian does: the twins of the English phenomena and those that only Russian has."""

import pytest

from tests.reading.freedonia import RUSSIAN_CAST, Expected, compared, listed, read

FOUND = {
    "1 plain performative": (
        "Петрел предложил принять Озерную хартию бассейна.",
        [Expected("Озерную хартию", "proposed", "FD", "Петрел")],
    ),
    "2 the country as subject in its leader's quotation": (
        "Первым выступил Петрел.\n\n«Фридония предложила разместить у себя Банк семян», – сказал глава государства.",
        [Expected("Банк семян", "proposed", "FD", "Петрел")],
    ),
    "3 we in a quotation, the speaker after it": (
        "Затем выступил Моро.\n\n«Предлагаем начать работу над Пактом о данных. Он защитит людей», – добавил он.",
        [Expected("Пактом о данных", "proposed", "SV", "Моро")],
    ),
    "4 the speaker stands in the paragraph before": (
        "Следующим слово взял Моро.\n\nНеобходимо проводить ежегодный Речной форум, отметил президент.",
        [Expected("Речной форум", "proposed", "SV", "Моро")],
    ),
    "5 passive with its agent": (
        "Фонд наводнений был предложен сильванской стороной.",
        [Expected("Фонд наводнений", "proposed", "SV")],
    ),
    "7 support is not a proposal": (
        "Вейл поддержал идею Петрела о создании Банка семян.",
        [Expected("Банка семян", "supported", "FD", "Петрел", ("RT",))],
    ),
    "9 two acts in one sentence": (
        "Петрел поддержал скорейшее подписание Железнодорожного пакта и предложил запустить Ночной поезд.",
        [
            Expected("Железнодорожного пакта", "supported", None, None, ("FD",)),
            Expected("Ночной поезд", "proposed", "FD", "Петрел"),
        ],
    ),
    "10 several objects of one verb": (
        "Моро предложил создать портовую школу, региональный центр карт и совет лоцманов.",
        [
            Expected("портовую школу", "proposed", "SV", "Моро"),
            Expected("центр карт", "proposed", "SV", "Моро"),
            Expected("совет лоцманов", "proposed", "SV", "Моро"),
        ],
    ),
    "11 a list after a colon": (
        "Моро предложил создать новые органы:\n\n– генный банк засушливых земель;\n\n– климатическое бюро в Порт-Ане.",
        [
            Expected("генный банк", "proposed", "SV", "Моро"),
            Expected("климатическое бюро", "proposed", "SV", "Моро"),
        ],
    ),
    "14 at the initiative of": (
        "По инициативе президента Сильвании Омара Моро 2031 год объявлен Годом колодцев.",
        [Expected("Годом колодцев", "agreed", "SV", "Моро")],
    ),
    "15 a signing by others is welcomed": (
        "Петрел приветствовал подписание договора о границе между Сильванией и Руританией.",
        [Expected("договора о границе", "signed", "SV", None, ("RT", "SV"))],
    ),
    "16 two parties sign": (
        "Фридония и Сильвания подписали меморандум о литии.",
        [Expected("меморандум о литии", "signed", "FD", None, ("FD", "SV"))],
    ),
    "17 a bloc decides, not its host": (
        "На саммите во Фридонии под председательством Андрея Петрела ОТГ приняла Анскую декларацию.",
        [Expected("Анскую декларацию", "adopted", "OTS")],
    ),
    "18 a call to speed up": (
        "Вейл призвал участников ускорить создание Банка лиги.",
        [Expected("Банка лиги", "called_for", "RT", "Вейл")],
    ),
    "18 a call by its need": (
        "Вейл подчеркнул необходимость создания совместной гидрологической службы.",
        [Expected("гидрологической службы", "called_for", "RT", "Вейл")],
    ),
    "20 planned by the chair": (
        "В рамках председательства Руритания проведёт Молодёжный форум программистов.",
        [Expected("форум программистов", "proposed", "RT")],
    ),
    "21 opened": (
        "В прошлом месяце Фридония и Сильвания запустили совместный центр наводнений.",
        [Expected("центр наводнений", "launched", "FD")],
    ),
    "26 nationality adjective": (
        "Руританский премьер-министр выдвинул инициативу о разработке Водного кодекса.",
        [Expected("Водного кодекса", "proposed", "RT", "Вейл")],
    ),
    "27 title only": (
        "Заседание открыл Петрел.\n\nГлава государства инициировал проведение книжной ярмарки.",
        [Expected("книжной ярмарки", "proposed", "FD", "Петрел")],
    ),
    "31 cases": (
        "По предложению президента Фридонии Андрея Петрела решено создать Фонд рек.",
        [Expected("Фонд рек", "agreed", "FD", "Петрел")],
    ),
    "32 a chain of infinitives": (
        "Он предложил учредить секретариат, повысить статус послов и создать совет старейшин.",
        [
            Expected("секретариат", "proposed", "SV", "Моро"),
            Expected("статус послов", "proposed", "SV", "Моро"),
            Expected("совет старейшин", "proposed", "SV", "Моро"),
        ],
    ),
    "33 reflexive passive": (
        "В этой связи предлагается подготовить карту портов.",
        [Expected("карту портов", "proposed", "SV", "Моро")],
    ),
    "34 we consider it expedient": (
        "«Считаем целесообразным создать единый реестр судов», – отметил он.",
        [Expected("реестр судов", "proposed", "SV", "Моро")],
    ),
    "34 could become": (
        "«Общей площадкой мог бы стать Речной форум», – отметил он.",
        [Expected("Речной форум", "proposed", "SV", "Моро")],
    ),
    "34 spoke for": (
        "Моро выступил за создание портовой академии.",
        [Expected("портовой академии", "proposed", "SV", "Моро")],
    ),
    "34 ready to host": (
        "«Мы готовы разместить штаб-квартиру союза», – сказал он.",
        [Expected("штаб-квартиру", "proposed", "SV", "Моро")],
    ),
    "35 participle": (
        "«Мы поддерживаем выдвинутую Андреем Петрелом идею банка семян», – сказал он.",
        [Expected("банка семян", "supported", "FD", "Петрел", ("SV",))],
    ),
    "37 a name in quotation marks": (
        "Моро предложил создать «Единую карту портов».",
        [Expected("Единую карту портов", "proposed", "SV", "Моро")],
    ),
    "38 glued sentences": (
        "Торговля зависит от роста.Моро предложил учредить День порта.",
        [Expected("День порта", "proposed", "SV", "Моро")],
    ),
    "what would help": (
        "«Решению проблемы будет способствовать создание совместного зернового резерва», – сказал он.",
        [Expected("зернового резерва", "proposed", "SV", "Моро")],
    ),
    "documents, including a named one": (
        "Главы государств ОТГ подписали 20 документов, включая Анскую декларацию.",
        [Expected("Анскую декларацию", "signed", "OTS")],
    ),
    "the place stands before the object": (
        "Моро предложил провести в 2031 году в Порт-Ане совместные учения спасателей.",
        [Expected("учения спасателей", "proposed", "SV", "Моро")],
    ),
    "a verb on no list stays in the title": (
        "«Полагаю важным гармонизировать водные стратегии», – сказал он.",
        [Expected("гармонизировать водные стратегии", "proposed", "SV", "Моро")],
    ),
    "decided": (
        "Фридония и Сильвания договорились создать таможенную горячую линию.",
        [Expected("линию", "agreed", "FD", None, ("FD", "SV"))],
    ),
}
# Those without a name before them are said by Moro.
MORO = "Омар Моро выступил последним.\n\n"

NOTHING = {
    "22 vague hope": "Стороны намерены углублять сотрудничество в энергетике и укреплять дружбу.",
    "23 an institution without an act": "Моро поблагодарил Совет старейшин за гостеприимство.",
    "24 discussed only": "Министры обсудили вопросы открытия речной комиссии.",
    "25 a refusal": "Сильвания не поддерживает Ночной поезд.",
    "24 discussed with a colon": "Обсуждались вопросы: торговля, транспорт, открытие речной комиссии.",
    "38 page furniture": "Фото: пресс-служба\n\nЧитайте нас в сети\n\n0",
    "41 an invitation": "Петрел пригласил всех на очередной форум в Порт-Ане.",
    "42 money": "Фридония выделит 2 миллиона долларов на колодцы.",
    "arrival and protocol": "В аэропорту был выстроен почётный караул, прозвучали гимны двух стран.",
    "took part": "Моро принял участие в заседании совета.",
    "initiatives in general": "Петрел выдвинул ряд важных инициатив.",
}


@pytest.mark.parametrize("case", FOUND, ids=list(FOUND))
def test_found(case: str) -> None:
    text, wanted = FOUND[case]
    got, expected = compared(RUSSIAN_CAST + (MORO if wanted[0].person == "Моро" or "он" in text else "") + text, wanted)
    assert got == expected


@pytest.mark.parametrize("case", NOTHING, ids=list(NOTHING))
def test_nothing_is_listed(case: str) -> None:
    assert [candidate.title for candidate in listed(RUSSIAN_CAST + NOTHING[case])] == []


def test_the_name_is_shown_in_the_nominative() -> None:
    text = "По предложению президента Фридонии Андрея Петрела решено создать Фонд рек."
    [candidate] = listed(text)
    assert candidate.proposer_person == "Андрей Петрел"


def test_a_refusal_takes_no_supporter_and_is_kept_as_a_stance() -> None:
    text = RUSSIAN_CAST + "Петрел предложил запустить Ночной поезд. Сильвания не поддерживает Ночной поезд."
    [candidate] = listed(text)
    assert candidate.supporters == ()
    assert [(stance.country, stance.stance) for stance in candidate.stances] == [("SV", "opposes")]


@pytest.mark.parametrize(
    ("words", "date"), [("в 2033 году", "2033"), ("в следующем году", "2031"), ("4 июля", "2030-07-04")]
)
def test_the_date_of_what_is_planned(words: str, date: str) -> None:
    [candidate] = listed(RUSSIAN_CAST + f"Петрел предложил провести Озерный форум {words}.")
    assert candidate.date == date


def test_a_recalled_idea_is_historic() -> None:
    text = RUSSIAN_CAST + "Петрел напомнил, что в 2019 году предложил создать Бюро по борьбе с наводнениями."
    assert [candidate.historic for candidate in read(text) if "Бюро" in candidate.title] == [True]
