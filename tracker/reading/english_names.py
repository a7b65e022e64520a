"""English names of states with their adjectives, capitals, blocs, forums and posts. Tables only."""

# ruff: noqa: E501 - a row of a table is one line; a list of words reads best as a sentence

from tracker import countries

_STATES = """
AF Afghanistan, Afghan | AL Albania, Albanian | DZ Algeria, Algerian | AO Angola, Angolan | AR Argentina, Argentine, Argentinian | AM Armenia, Armenian
AU Australia, Australian | AT Austria, Austrian | AZ Azerbaijan, Azerbaijani, Azeri | BH Bahrain, Bahraini | BD Bangladesh, Bangladeshi | BB Barbados
BY Belarus, Belarusian, Belarussian | BE Belgium, Belgian | BT Bhutan | BO Bolivia, Bolivian | BA Bosnia and Herzegovina, Bosnia | BR Brazil, Brazilian | BN Brunei
BG Bulgaria, Bulgarian | KH Cambodia, Cambodian | CM Cameroon | CA Canada, Canadian | CL Chile, Chilean | CN China, Chinese, PRC, People's Republic of China
CO Colombia, Colombian | HR Croatia, Croatian | CU Cuba, Cuban | CY Cyprus, Cypriot | CZ Czech Republic, Czechia, Czech | DK Denmark, Danish | EG Egypt, Egyptian
EE Estonia, Estonian | ET Ethiopia, Ethiopian | FJ Fiji, Fijian | FI Finland, Finnish | FR France, French | GE Georgia, Georgian | DE Germany, German | GH Ghana, Ghanaian
GR Greece, Greek | HU Hungary, Hungarian | IS Iceland, Icelandic | IN India, Indian | ID Indonesia, Indonesian | IR Iran, Iranian | IQ Iraq, Iraqi | IE Ireland, Irish
IL Israel, Israeli | IT Italy, Italian | JM Jamaica | JP Japan, Japanese | JO Jordan, Jordanian | KZ Kazakhstan, Kazakh, Kazakhstani, Kazakhstan's | KE Kenya, Kenyan
KW Kuwait, Kuwaiti | KG Kyrgyzstan, Kyrgyz, Kyrgyz Republic, Kirghiz | LA Laos, Lao PDR, Laotian, Lao | LV Latvia, Latvian | LB Lebanon, Lebanese | LY Libya, Libyan
LT Lithuania, Lithuanian | LU Luxembourg | MY Malaysia, Malaysian | MV Maldives | MT Malta, Maltese | MX Mexico, Mexican | MD Moldova, Moldovan | MN Mongolia, Mongolian
ME Montenegro | MA Morocco, Moroccan | MM Myanmar, Burmese | NA Namibia | NP Nepal, Nepalese, Nepali | NL Netherlands, Dutch | NZ New Zealand | NG Nigeria, Nigerian
MK North Macedonia | NO Norway, Norwegian | OM Oman, Omani | PK Pakistan, Pakistani | PS Palestine, Palestinian | PA Panama | PE Peru, Peruvian | PH Philippines, Philippine, Filipino
PL Poland, Polish | PT Portugal, Portuguese | QA Qatar, Qatari | RO Romania, Romanian | RU Russia, Russian, Russian Federation | RW Rwanda | SA Saudi Arabia, Saudi
SN Senegal, Senegalese | RS Serbia, Serbian | SG Singapore, Singaporean | SK Slovakia, Slovak | SI Slovenia, Slovenian | ZA South Africa, South African
KR South Korea, Republic of Korea, South Korean, ROK | KP North Korea, DPRK | ES Spain, Spanish | LK Sri Lanka | SE Sweden, Swedish | CH Switzerland, Swiss | SY Syria, Syrian
TJ Tajikistan, Tajik, Tajikistani | TZ Tanzania | TH Thailand, Thai | TR Turkey, Türkiye, Turkiye, Turkish | TM Turkmenistan, Turkmen | UG Uganda | UA Ukraine, Ukrainian
AE United Arab Emirates, UAE, Emirati | GB United Kingdom, UK, Britain, British | US United States, United States of America, USA, US, American, U.S | UY Uruguay
UZ Uzbekistan, Uzbek, Uzbekistani | VA Vatican, Holy See | VE Venezuela | VN Vietnam, Viet Nam, Vietnamese | YE Yemen, Yemeni | ZM Zambia | ZW Zimbabwe | TL Timor-Leste
"""
_CAPITALS = """
KZ Astana, Akorda, Nur-Sultan | UZ Tashkent | KG Bishkek | TJ Dushanbe | TM Ashgabat | AZ Baku | RU Moscow, Kremlin | CN Beijing | TR Ankara | IR Tehran | IN New Delhi
BY Minsk | AM Yerevan | GE Tbilisi | US Washington, White House | JP Tokyo | KR Seoul | PK Islamabad | AF Kabul | GB London | FR Paris | DE Berlin | IT Rome | HU Budapest | EU Brussels
"""
_BLOCS = """
EU European Union, EU, European Commission, European Council | AU African Union, AU | SCO Shanghai Cooperation Organization, Shanghai Cooperation Organisation, SCO
OTS Organization of Turkic States, Organisation of Turkic States, Organization of Turkish States, OTS, Turkic Council, Turkic States, Turkic Summit | CIS Commonwealth of Independent States, CIS
EAEU Eurasian Economic Union, EAEU, EEU, Eurasian Economic Commission | ECO Economic Cooperation Organization, Economic Cooperation Organisation, ECO
CICA CICA, Conference on Interaction and Confidence Building Measures in Asia, Conference on Interaction and Confidence-Building Measures | ASEAN ASEAN, Association of Southeast Asian Nations
BRICS BRICS | UN United Nations, UN, UNGA, General Assembly, UNESCO, UNICEF, UN General Assembly | G20 G20, Group of Twenty | C5 Central Asian countries, Central Asian states, Central Asian leaders, Central Asian presidents, Consultative Meeting, Consultative Meetings
CSTO CSTO, Collective Security Treaty Organization
"""
_FORUMS = """
CACM Consultative Meeting, Consultative Meetings, Consultative Summit | OTS Organization of Turkic States, Organisation of Turkic States, OTS, Turkic Council, Turkic Summit | SCO Shanghai Cooperation Organization, Shanghai Cooperation Organisation, SCO
CIS Commonwealth of Independent States, CIS | EAEU Eurasian Economic Union, EAEU, Supreme Eurasian Economic Council | CICA CICA, Conference on Interaction and Confidence Building Measures in Asia
ECO Economic Cooperation Organization | ASEAN ASEAN | BRICS BRICS | G20 G20 | UN UN General Assembly, UNGA, United Nations General Assembly
"""
_POSTS = """
head President, Prime Minister, Premier, Chancellor, King, Emir, Sultan, Queen, Crown Prince, Head of State, Head of the State, Head of Government, Leader, PM, Head of the Republic, Head of the Country, Chairman of the Cabinet of Ministers, Supreme Leader, Taoiseach, Acting President, National Leader, Chairman
minister Foreign Minister, Minister, Minister of Foreign Affairs, Minister for Foreign Affairs, Minister of Energy, Minister of Transport, Secretary of State, Defence Minister, Defense Minister, Energy Minister, Economy Minister, Finance Minister, Trade Minister, Health Minister, Environment Minister, Minister for Trade and Industry, State Counsellor, Secretary of the Security Council, Speaker, Ambassador, State Secretary, Foreign Secretary
deputy Deputy Prime Minister, Vice President, Vice Prime Minister, Deputy Minister, Deputy Foreign Minister, First Deputy Minister, First Deputy Prime Minister, Deputy Chairman, Special Representative, Permanent Representative, Adviser, Advisor, Assistant
voice Spokesperson, Spokesman, Spokeswoman, Press Secretary, Press Service
org Secretary-General, Secretary General, Director-General, Director General, Executive Director, High Representative, Commissioner, President of the European Council, President of the European Commission, Executive Secretary, UN Secretary-General, Managing Director, Chairperson
"""


def table(rows: str) -> dict[str, str]:
    """Names to codes, from rows of `CODE name, name | CODE name`."""
    found: dict[str, str] = {}
    for row in rows.replace("\n", "|").split("|"):
        code, _, names = row.strip().partition(" ")
        for name in filter(None, map(str.strip, names.split(","))):
            found.setdefault(name, code)
    return found


COUNTRIES = {**{countries.name(code): code for code in countries.all_states()}, **table(_STATES)}
CAPITALS = table(_CAPITALS)
BLOCS = table(_BLOCS)
FORUMS = table(_FORUMS)
POSTS = table(_POSTS)
