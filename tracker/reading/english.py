"""English: what its words mean to the pipeline. Tables only."""

# ruff: noqa: E501, SIM905 - a row of a table is one line; a list of words reads best as a sentence

from tracker.reading.english_names import BLOCS, CAPITALS, COUNTRIES, FORUMS, POSTS
from tracker.reading.language import BEFORE, Cue, Language, Nouns

_ADVERB = r"(?:(?:also|further|jointly|officially|formally|today|recently|already|now|again|strongly|fully|firmly|previously|actively|separately|specifically|therefore|unanimously|publicly|personally|repeatedly|once again) ){0,2}"
_MAKE = (
    r"(?:establish|creat|set(?:ting)? up|form|found|launch|open|hold|host|organi[sz]|conven|build|construct|develop|draft|elaborat|"
    r"adopt|sign|approv|introduc|declar|proclaim|designat|turn|transform|includ|add|elevat|rais|upgrad|ratif|conclud|finali[sz]|"
    r"complet|accelerat|expedit|speed(?:ing)? up|implement|institut|launch|start|begin|resum|extend|prepar|formulat|produc|bring|mak|giv|grant|recogni[sz]|"
    r"join|appoint|nominat|install|lay|us(?:e|ing)|abolish|remov|lift|ban|simplif|digiti[sz]|connect|link|unif|pool|allocat|move)"
)
# Verbs and nouns of action that bring an undertaking into being: their object is what is proposed.
_MAKERS = (
    r"\b(?:(?:to |and |by |of |on |in |for |jointly |swift(?:ly)? |early |speedy |rapid |possible |further |joint |full |prompt )*"
    r"(?:establish(?:ing|ment of)?|creat(?:e|ing|ion of)|set(?:ting)? up(?: of)?|form(?:ing|ation of)|form(?= (?:an?|the)\b)|"
    r"found(?:ing)?(?: of)?(?= (?:an?|the)\b)|foundation of|launch(?:ing)?(?: of)?|open(?:ing)?(?: of)?(?= \w)|"
    r"hold(?:ing)?(?: of)?|host(?:ing)?(?: of)?|organi[sz](?:e|ing)|(?<!an )(?<!the )organi[sz]ation of|conven(?:e|ing)(?: of)?|"
    r"buil(?:d|ding)(?: of)?|construct(?:ing|ion of)?|develop(?:ing|ment of)?(?: and \w+(?:ing)?)?(?= (?:[\w’\'“\"-]+ ){0,7}?(?:[\"“”]|(?-i:[A-Z]\w+ )|strateg|program|plan|road ?map|concept|framework|mechanism|system|platform|document|agreement|declaration|standard|guideline|code|charter|route|corridor|map|atlas|network|proposal|treat|convention|approach|regulation|statute|tool|model|resolution|procedure|hub|cent|database|policy|package|project))|draft(?:ing)?(?: of)?|draw(?:ing)? up|"
    r"elaborat(?:e|ing|ion of)|work(?:ing)? out|adopt(?:ing|ion of)?|sign(?:ing)?(?: of)?|approv(?:e|ing|al of)|"
    r"introduc(?:e|ing|tion of)|declar(?:e|ing|ation of)|proclaim(?:ing)?|designat(?:e|ing|ion of)|nam(?:e|ing)(?= \w+ (?:as|the)\b)|"
    r"turn(?:ing)?(?= .{3,60}\binto\b)|transform(?:ing|ation of)?|convert(?:ing)?|includ(?:e|ing)(?= the [A-Z])|inclusion of|incorporat(?:e|ing|ion of)|add(?:ing)? (?=the |an? )|"
    r"elevat(?:e|ing|ion of)|rais(?:e|ing)(?= .{0,60}(?:status|level))|upgrad(?:e|ing)(?: of)?|ratif(?:y|ying|ication of)|conclud(?:e|ing)|conclusion of|"
    r"finali[sz](?:e|ing|ation of)|complet(?:e|ing|ion of)|accelerat(?:e|ing|ion of)|expedit(?:e|ing)|speed(?:ing)? up|implement(?:ing|ation of)?|"
    r"institut(?:e|ing)|institutionali[sz](?:e|ing|ation of)|introduc(?:e|ing)|recogni[sz](?:e|ing)(?= .{2,60}\bas\b)|start(?:ing)?|begin(?:ning)?|resum(?:e|ing|ption of)|extend(?:ing)?|extension of|prepar(?:e|ing|ation of)|formulat(?:e|ing|ion of)|"
    r"produc(?:e|ing)|publish(?:ing)?|(?:mov(?:e|ing)|shift(?:ing)?|transition(?:ing)?|pass(?:ing)?) from .{3,70}? to(?= )|lay(?:ing)?|grant(?:ing)?|giv(?:e|ing)(?= .{0,40}status)|join(?:ing)?(?= the )|accession (?:of|to)|entry into force of|"
    r"brin(?:g|ging)(?= .{3,80}into force)|us(?:e|ing)(?= (?:of )?national)|use of(?= national)|transition to|switch(?:ing)? to|mov(?:e|ing) to(?= .{0,40}(?:format|currenc))|"
    r"(?:serv|act)(?:e|ing)? as|simplif(?:y|ying|ication of)|abolish(?:ing)?|abolition of|remov(?:e|ing|al of)(?= .{0,30}(?:visa|tariff|barrier))|lift(?:ing)?|unif(?:y|ying|ication of)|digiti[sz](?:e|ing)|"
    r"conduct(?:ing)?(?: of)?|arrang(?:e|ing)|carry(?:ing)? out|undertak(?:e|ing)|put(?:ting)? in place|put(?:ting)? into (?:operation|practice)|realisation of|realization of|announc(?:e|ing)|work(?:ing)? (?:towards|on)|resolv(?:e|ing)|initiat(?:e|ing|ion of)|activat(?:e|ing|ion of)|appoint(?:ing|ment of)?)"
    r"(?: (?:and|or) (?:\w+(?:ing|tion of|ment of)|\w+)(?= (?:an?|the) ))?)\b"
)
_VAGUE_MAKERS = (
    r"\b(?:preserv(?:e|ing)|protect(?:ing)?|safeguard(?:ing)?|keep(?:ing)?|defend(?:ing)?|respect(?:ing)?|uphold(?:ing)?|observ(?:e|ing)|honou?r(?:ing)?|adher(?:e|ing)|attend(?:ing)?|visit(?:ing)?|mark(?:ing)?|celebrat(?:e|ing)|participat(?:e|ing)|tak(?:e|ing) part|avoid(?:ing)?|prevent(?:ing)?|refrain(?:ing)?|compl(?:y|ying) with|welcom(?:e|ing)|consider(?:ing)?(?! the (?:possibility|creation|establish))|pay(?:ing)? attention|mak(?:e|ing) (?:efforts|progress|a contribution)|contribut(?:e|ing)|achiev(?:e|ing)|see(?:ing)?|hear(?:ing)?|thank(?:ing)?|meet(?:ing)? with|develop(?:ing|ment)?|strengthen(?:ing)?|deepen(?:ing)?|expan(?:d|ding|sion)|enhanc(?:e|ing|ement)|intensif(?:y|ying|ication)|increas(?:e|ing)|"
    r"improv(?:e|ing|ement)|boost(?:ing)?|foster(?:ing)?|continu(?:e|ing|ation)|ensur(?:e|ing)|facilitat(?:e|ing)|consolidat(?:e|ing|ion)|"
    r"advanc(?:e|ing)|step(?:ping)? up|broaden(?:ing)?|diversif(?:y|ying|ication)|maintain(?:ing)?|support(?:ing)?|promot(?:e|ing|ion)|"
    r"address(?:ing)?|resolv(?:e|ing)|solv(?:e|ing)|discuss(?:ing)?|exchang(?:e|ing)|shar(?:e|ing)|combat(?:ing)?|fight(?:ing)?|counter(?:ing)?)\b"
)

_SOFT_SUBJECT = r"(?:it|this|that|there) (?:is|was|would be|will be|seems|has become|could be|may be)"
_FITTING = (
    r"(?:\w+ly )?(?:necessary|advisable|expedient|appropriate|sensible|useful|reasonable|timely|desirable|possible|essential|vital|crucial|"
    r"relevant|beneficial|advantageous|worthwhile|logical|imperative|prudent|promising|feasible|urgent|time|high time|rational|symbolic|rightful|fair|good|wise|helpful|fitting)"
)

_CUES = (
    # support; first, because "supports the proposal to" is no proposal
    Cue(
        r"\b(?:(?<!to )(?<!not )(?<!initiative )(?<!document )(?<!project )(?<!program )(?<!programme )(?<!fund )(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?\b(?!\sto\b)|endors(?:es|ed|ing)|second(?:s|ed)(?= (?:the|his|her)))|support(?= (?:the|this|an?|his|her|its|[A-Z]\w+['’]s)\b))"
        r"(?! (?:the |its |their )?(?:efforts of|role|people|peace|sovereignty|of|for|from|and|in the face|by|measures|operations|group))",
        "supported",
        0.5,
    ),
    Cue(
        r"\b(?:(?<!spoke )(?<!speak )(?<!speaks )(?<!speaking )(?<!came out )in (?:full )?(?:support|favou?r) of|(?:express(?:es|ed|ing)?|voic(?:es|ed|ing)|declar(?:es|ed)|reaffirm(?:s|ed)?|reiterat(?:es|ed)|confirm(?:s|ed)|lend(?:s)?|giv(?:es|ing)|gave|pledg(?:es|ed)) (?:\w+ ){0,4}support (?:for|to)|"
        r"(?:favou?r(?:s|ed)|approv(?:es|ed) of|commend(?:s|ed) (?:the |[\w'’]+ ){1,4}(?=initiative|proposal|idea)|agree(?:s|d) with|share(?:s|d)? the (?:idea|view|initiative)|side[sd]? with|stand(?:s)? behind|rall(?:y|ied) behind|throw(?:s)? (?:its|his|her) weight behind)|"
        r"readiness to support|ready to support|prepared to support|support for (?=the (?:initiative|proposal|idea|establishment|creation))|thank\w* .{3,60} for supporting|look(?:s|ed|ing)? forward to (?=the )|welcomes? the (?=proposed ))",
        "supported",
        0.45,
    ),
    Cue(
        r"\b(?:deserv(?:es|ed|e) (?:\w+ )?(?:attention|support|consideration)|merits? (?:attention|support))",
        "supported",
        0.4,
        BEFORE,
    ),
    # signed by others, welcomed or recalled
    Cue(
        r"(?:\b(?:welcom(?:es|ed|ing)|hail(?:s|ed)|prais(?:es|ed)|applaud(?:s|ed)|congratulat\w+ .{3,60} on|not(?:es|ed) with satisfaction|highlight(?:s|ed)|underscored|emphasi[sz]ed|stressed|mentioned|significance of|importance of) (?:the )?(?:\w+ ){0,3}?)?\b(?:signing|conclusion|initial+ing) of(?= .{0,80}?\b(?:agreements?|treat(?:y|ies)|memorand\w+|declarations?|protocols?|documents?|charter|pact|deal|contracts?|road ?map|statement|communiqu[eé]))|\bsigning of(?= the (?-i:[A-Z])\w+ (?-i:[A-Z])\w+)",
        "signed",
        0.45,
    ),
    Cue(
        rf"\b(?:have |has |had )?{_ADVERB}(?:signed|inked|initialled)(?! (?:by|as|during|within|in|at|on|following|under)\b)(?= (?:\w+[ -]){{0,12}}?)",
        "signed",
        0.45,
    ),
    Cue(
        r"\b(?:was|were|is|are|been|being|be|,) (?:\w+ly |also |all )?(?:signed|inked|initialled|concluded)\b",
        "signed",
        0.5,
        BEFORE,
    ),
    Cue(r"\b(?:recently |newly )signed(?= )", "signed", 0.5),
    Cue(
        r"\b(?:welcom|hail|prais|applaud)\w* the (?:recent )?(?:creation|establishment|launch|opening|start|foundation) of",
        "launched",
        0.45,
    ),
    Cue(
        r"(?<=\w) (?:signed|concluded|reached)(?= (?:between|by|in|at|with|on (?:\d|(?-i:[A-Z]))|earlier|last)\b)",
        "signed",
        0.5,
        BEFORE,
    ),
    # adopted
    Cue(r"(?:\b(?:welcom(?:es|ed|ing)|hail(?:s|ed)) (?:the )?)\b(?:adoption|approval) of", "adopted", 0.45),
    Cue(
        rf"\b(?:have |has |had )?{_ADVERB}(?:adopted|approved|passed|ratified|endorsed)(?! (?:by|at|in|during|on|within|following)\b)(?! a (?:decision|number)\b)(?= )",
        "adopted",
        0.45,
    ),
    Cue(
        r"(?:\b(?:was|were|been|is|are)|,(?= \w+ (?:by|in|at|on)\b)) (?:\w+ly |also |all )?(?:adopted|approved|passed|ratified)\b",
        "adopted",
        0.5,
        BEFORE,
    ),
    Cue(
        r"\b(?:result(?:ed|s) in|with|saw|culminat\w+ in|led to|mark\w+ by|includ\w+|follow\w+|was|were|is|after|through|witness\w*) (?:the )?(?:\w+ )?(?:adoption|approval) of",
        "adopted",
        0.5,
    ),
    Cue(
        r"\b(?:adopted|approved)\b[^.;:]{0,60}?\b(?:which |that |and )?(?:included?|including)\b(?: the| an?)?",
        "adopted",
        0.5,
    ),
    # in force
    Cue(
        r"\b(?:(?:enter|came|come|comes|entered|enters) into (?:force|effect)|took effect|has been (?:in (?:force|effect|operation)|running|operating|functioning|working)|(?:has|have) applied|(?:is|are) (?:already |now |currently |successfully )?(?:in force|in operation|operational|operating|functioning|up and running))\b",
        "in_force",
        0.4,
        BEFORE,
    ),
    # decided
    Cue(
        rf"\b(?:{_ADVERB}(?:agree(?:d|s)?|decid(?:ed|es|e)|resolv(?:ed|es)|undertook) {_ADVERB}(?:to|on|upon|that)|(?:took|taken|made|reached|take) (?:a |an |the )?(?:\w+ )?(?:decision|agreement)s? (?:to|on|for|was|has)|"
        r"decision (?:to|on|of|was (?:made|taken) to)|agreement(?:s)? (?:was|were|has been|have been) reached (?:on|to|for)|agreed (?:on|upon) (?=the|an?)|it was (?:agreed|decided|resolved) (?:to|that)|have agreed (?:to|on)|consensus (?:on|to)|"
        r"(?:was|were) (?:instructed|tasked|entrusted|directed) (?:to|with)|instruct(?:ed|s) .{3,50}? to|mandated)\b",
        "agreed",
        0.45,
    ),
    Cue(
        r"\b(?:declar|proclaim|designat|nam)(?:ed|es)(?= (?:\w+ ){0,6}?(?:the |as |an? )?(?:(?-i:[A-Z][a-z]+ (?:[A-Z]|of ))|[\"“']|year|day|capital|decade|week|international|world))",
        "agreed",
        0.45,
    ),
    Cue(
        r"\b(?:was|were|been|is) (?:\w+ly |also )?(?:declared|proclaimed|designated|named|chosen as|selected as|granted|elevated|admitted|accepted as|upgraded|raised to|confirmed as|appointed as)\b",
        "agreed",
        0.45,
        BEFORE,
    ),
    Cue(
        r"\b(?:became|become|becomes|(?:was|were|been|is|be) (?:\w+ly )?(?:granted|given|accorded)|joined)\b(?=[^.;]{0,60}\b(?:member|observer|partner)s?(?:hip)?\b)",
        "agreed",
        0.6,
    ),
    Cue(
        r"\b(?:became|become|becomes|joined|join(?:s|ing)? as|accession (?:of|to)|admission of|elevated|upgraded|admitted|granted)\b(?= .{0,60}\b(?:member|partner(?:ship)?|observer|format|level|status|treaty|agreement|convention|membership))",
        "agreed",
        0.35,
    ),
    Cue(
        r"\b(?:(?:will|to|is to|are to|shall|would) (?:also |soon |then )?be (?:established|created|set up|formed|held|opened|launched|signed|adopted|hosted|organi[sz]ed|convened|built|introduced|declared|celebrated|developed|constructed))\b(?! (?:the|a|an) )",
        "agreed",
        0.3,
        BEFORE,
    ),
    Cue(
        r"\b(?:was|were|has been|have been) (?:\w+ly |also )?(?:developed|drafted|drawn up|prepared|finali[sz]ed|agreed upon|agreed|reached)\b",
        "agreed",
        0.35,
        BEFORE,
    ),
    Cue(
        r"\b(?:brokered|negotiated|reached|struck|clinched|finali[sz]ed|concluded)(?= (?:an?|the|its) (?:\w+ ){0,3}(?:agreement|deal|treaty|accord|pact|ceasefire|truce|memorandum))",
        "agreed",
        0.45,
    ),
    Cue(
        r"\b(?:joined|acceded to)(?= the (?-i:[A-Z])(?![^.,;]{0,60}\b(?:summit|meeting|session|conference|forum|ceremony|talks|leaders?|president)\b))",
        "agreed",
        0.4,
    ),
    Cue(
        r"\b(?:welcomed|admitted|accepted?|inclusion of|admission of)(?= [^.;]{2,60}? as [^.;]{0,30}?(?:member|observer|partner)\b)",
        "agreed",
        0.4,
    ),
    # set up, opened, begun
    Cue(
        rf"\b(?:have |has |had )?{_ADVERB}(?:launch(?:ed|es)|opened|inaugurated|established|(?<!to )set up(?= (?:an?|the)\b)|founded|created|kicked off|commissioned|(?:began|started|begun) (?:the )?(?:work on|construction|implementation|building|drafting)(?: of)?|put into (?:operation|service)|inaugurates)(?! by\b)(?= )",
        "launched",
        0.4,
    ),
    Cue(
        r"\b(?:was|were|been|is|are|being) (?:\w+ly |also )?(?:launched|opened|inaugurated|established|set up|founded|created|kicked off|commissioned|under way|underway|put into operation)\b|\b(?:has|have) (?:begun|started|opened|kicked off)\b|\bbegan (?:its|their) work\b|\bstarted (?:its )?(?:work|operation)\w*",
        "launched",
        0.4,
        BEFORE,
    ),
    Cue(
        r"\b(?:welcom\w+|announc\w+|hail\w+|noted|pointed out|highlight\w+|saw|includ\w+|with|following|after|marked|witness\w*|celebrat\w+) the (?:\w+ ){0,2}(?:establishment|creation|launch|opening|inauguration|founding) of",
        "launched",
        0.4,
    ),
    # calls
    Cue(
        rf"\b(?:{_ADVERB}(?:(?<!a )(?<!the )(?<!courtesy )(?<!phone )(?<!farewell )call(?:s|ed|ing)? (?:for|(?:on|upon)(?=.{{2,120}}? to ))|urg(?:es|ed|ing)|appeal(?:s|ed|ing)? (?:to|for)|(?:we|i) urge|press(?:es|ed) for|push(?:es|ed|ing) for|lobb(?:ied|ies) for|demand(?:s|ed)|insist(?:s|ed) on|request(?:s|ed)|encourag(?:es|ed)|appealed|exhort(?:s|ed)|challenged)|"
        r"(?:asked|asks) (?=.{3,60}? to |for )|(?:reiterat(?:ed|es)|renew(?:ed|s)|repeated) (?:\w+ )?(?:call|appeal) (?:for|to|on))\b",
        "called_for",
        0.45,
    ),
    Cue(
        r"\b(?:(?:emphasi[sz]|stress|highlight|underlin|underscor|not|point|outlin|reiterat|reaffirm|acknowledg|recogni[sz]|voic|express|indicat|mention)\w* (?:out |to |on |upon )?(?:[\w’'-]+ ){0,4}?(?:the )?(?:\w+ ){0,2}(?:need|importance|necessity|urgency|expediency|significance|relevance|desirability|feasibility|advisability|usefulness|benefit)s? (?:of|to|for|that)|"
        r"(?:there is|sees?|saw) (?:a|the|an) (?:\w+ )?need (?:to|for)|(?:is|are|was) (?:in )?need of|(?<!no )need (?:for|to (?=\w+ (?:an?|the|of|new|joint|up)\b))|attach(?:es|ed)? (?:\w+ )?importance to)\b",
        "called_for",
        0.3,
    ),
    Cue(
        r"\b(?:we|countries|states|parties|sides|members|community|leaders|organi[sz]ation|region|nations|bloc|all) (?:must|need to|should|have to|ought to|has to|needs to)\b",
        "called_for",
        0.25,
    ),
    Cue(
        r"\b(?:submit(?:s|ted|ting)?|table|put|present(?:s|ed)?|make|made|made) (?:a |an |the |its |his |her )?(?:\w+ )?(?:proposal|initiative|suggestion)s?(?: (?:to|before) the [\w\s]{3,50}?)? (?:to|on|for) (?!the )|\bsubmit(?:s|ted|ting)?(?= (?:an?|the|its|for|to)\b)|\bworth (?:considering|thinking about|exploring|discussing|studying)\b",
        "proposed",
        0.45,
    ),
    Cue(
        r"\b(?:initiatives?|proposals?|priorit(?:y|ies)|tasks?|steps?|areas?|directions?|this) (?:\w+ ){0,2}?(?:was|were|is|are) (?:also )?(?:the )?(?=(?:creation|establishment|launch|introduction|formation|opening|adoption|organi[sz]ation|holding|signing|drafting) of\b)",
        "proposed",
        0.45,
    ),
    # proposals, plain
    Cue(
        rf"\b(?:{_ADVERB}(?:propos(?:es|ed|ing)(?! (?:by|leaders|treaty|agreement|new)\b)|suggest(?:s|ed|ing)(?! that (?:the )?(?:russia|iran|war))|put(?:s|ting)? forward|came up with|come up with|initiat(?:es|ed|ing)(?! by)|advocat(?:es|ed|ing)(?: for)?|tabled|floated|moot(?:ed|s)|pitched|submitted)|"
        r"(?:we|i|would like to|want to|wish to|like to|let me|me|also|again|to|hereby|therefore) (?:also |further |therefore |would )?(?:propose|suggest|put forward|initiate|offer to)|"
        r"(?:proposal|suggestion|offer|initiative|idea|plan|motion|thought|concept|bid)s? (?:is |was |were |have (?:previously |already |also )?been made (?:earlier |before )?|made |by .{3,50}? )?(?:to(?! the )|on|of|for|regarding|concerning|about|that|include[sd]?(?: the)?)|"
        r"(?:initiatives|proposals|ideas|suggestions) (?:also )?(?:include[sd]?|are|were|is)|"
        r"(?:speak|spoke|speaks|spoken|came out|comes|stands?|stood|speaking) (?:out )?(?:in favou?r of|for (?=the|an?|[\"“]))|offer(?:s|ed|ing)? to|offers?(?= to)|offered(?= (?:an?|the)\b)|"
        r"invit(?:es|ed|ing) .{3,60}? to (?=(?:establish|create|set up|develop|hold|launch|consider)))\b",
        "proposed",
        0.5,
    ),
    # proposals, soft
    Cue(
        rf"\b(?:plan(?:s|ned|ning)? (?:to|for)|(?:is|are|was|were) (?:now |also )?(?:planning|preparing|set|poised|looking|working|expected|going|due|about|scheduled) to(?= {_MAKE})|intend(?:s|ed)? to|intention to|aim(?:s|ed|ing)? to(?= {_MAKE})|announc(?:es|ed|ing)(?! (?:at|by|in|on|last|earlier)\b)(?: (?:that|plans (?:to|for)|the|its|his|a|an)\b)?|unveil(?:s|ed|ing)?|"
        rf"(?:is|are|am|was|were|stands|stand|remain(?:s)?|be) (?:also |always |fully )?(?:ready|prepared|willing|keen|eager) to|readiness to|willing(?:ness)? to|interest(?:ed)? in|(?:seek|sought|seeks|seeking) (?:to|.{{3,60}} to)(?= {_MAKE})|"
        rf"(?:express(?:ed|es|ing)?|voiced) (?:\w+ )?(?:readiness|willingness|interest|intention|desire) (?:to|in|that)|(?<!best )(?<!good )(?<!warm )(?<!warmest )(?:hopes?|hoped|wish(?:es)?|wants?|wanted) to(?= .{{0,60}}{_MAKE})|pledg(?:ed|es) to(?= {_MAKE})|commit(?:ted|s)? to(?= {_MAKE})|"
        rf"will (?:also |soon |jointly |now |then )?(?=(?:host|hold|open|build|establish|launch|create|set up|introduce|organi[sz]e|convene|sign|develop|start)\b)|(?<!this )(?<!it )(?<!which )would (?:also )?(?=(?:host|hold|open|build|establish|launch|create|set up|introduce)\b)|"
        r"explor(?:ed|es|e|ing) (?:the )?(?:idea|possibility|option|prospect|issue|opportunity)s? (?:of|to|for)|consider(?:ed|ing|s)? (?:the )?(?:possibility|idea|issue|option|question)s? of|rais(?:ed|es|ing) the (?:issue|idea|question) of|presented (?=(?:an?|the|his|her|its) (?:\w+ ){0,3}(?:proposal|initiative|plan|project|concept|strategy|programme|program)\b))",
        "proposed",
        0.35,
    ),
    Cue(
        rf"\b(?:{_SOFT_SUBJECT} (?:also |very |extremely |particularly |quite |therefore |now |equally )?{_FITTING} (?:for .{{3,40}}? )?(?:to|that)|(?:consider|deem|believ|find|view|regard|think|see|saw|found)\w* (?:that )?(?:it )?(?:is |would be |to be |as )?(?:also )?(?:\w+ )?{_FITTING} (?:to|that|the)|"
        r"time (?:has come|is ripe|has arrived|requires us|demands) ?(?:to|for)?|(?:high |big |about )time (?:to|that|we)|(?:let us|let's)|(?:can|could|may|might|would) (?:usefully |jointly |also |together )?(?=(?:establish|create|set up|launch|develop|hold|open|form|build)\b)|"
        r"(?:it is |is )?proposed (?:to|that)|(?:a |another |the )?(?:priority|task|step|direction|goal|objective|priorities|tasks|measure|area)s? (?:is|are|should be|will be|include[sd]?) (?:to |the )?|(?:i am |we are )?(?:convinced|confident) that|"
        r"would (?:contribute|serve|help)|suggest(?:s)? that|necessary to|advisable to|expedient to)\b",
        "proposed",
        0.3,
    ),
    Cue(
        rf"\b(?:{_SOFT_SUBJECT} (?:\\w+ )?important|(?:consider|deem|find|think)\w* (?:it )?(?:\\w+ )?important) (?:to|that)\b".replace(
            "\\\\", "\\"
        ),
        "proposed",
        0.2,
    ),
    Cue(
        r"\b(?:there are plans (?:to|for)|plans are (?:under ?way|afoot) to|it is (?:planned|envisaged|expected) to|came forward with|volunteer(?:s|ed) to|(?:extended|made) an offer to|vow(?:s|ed) to(?= (?:host|set up|establish|build|create))|"
        r"promis(?:es|ed) to(?= (?:host|set up|establish|build|create))|envisag(?:es|ed)|envision(?:s|ed)|provid(?:es|ed) for (?=the (?:creation|establishment|launch))|recommend(?:s|ed)(?: that)?|"
        r"(?:spoke|speaking|talked) (?:about|of) the (?:need|importance|creation|establishment)(?: (?:to|of|for))?|dr(?:e|a)w(?:s|n)? attention to the (?:need|importance)(?: (?:to|of|for))?)",
        "proposed",
        0.35,
    ),
    Cue(
        r"\b(?:is|are) (?:currently |now |already |also )?being (?:developed|drafted|built|prepared|created|established|set up|constructed|implemented|finali[sz]ed)\b|\bwork is (?:under ?way|ongoing|in progress)\b",
        "launched",
        0.35,
        BEFORE,
    ),
    Cue(
        r"\b(?:instruct(?:s|ed)|task(?:s|ed)|mandat(?:es|ed)|charg(?:es|ed)) .{3,60}? (?:to|with)(?= (?:draft|develop|prepar|establish|creat|set))|\bwork is (?:under ?way|ongoing) (?:to|on)\b",
        "agreed",
        0.4,
    ),
    Cue(r"\b(?:documents|decisions|agreements|papers) adopted\b", "adopted", 0.45, BEFORE),
    Cue(r"\b(?:documents|agreements|papers) signed\b", "signed", 0.45, BEFORE),
    Cue(r"^[“«]?the (?:approval|adoption) of(?= (?:an?|the) )", "adopted", 0.4),
    # the creation of X would help; a plan could well be the ...
    Cue(
        r"\b(?:creation|establishment|formation|introduction|launch|opening|adoption|development|implementation|construction|holding|organi[sz]ation|signing|setting up) of (?=[^.;]{3,140}? (?:(?:will|would|could|can|may) (?:\w+ )?(?:help|make|allow|enable|contribute|serve|become|strengthen|boost|facilitate|provide|bring|promote|ensure|give|create|lay|open|improve|reduce)|(?:is|are|remains?) (?:\w+ )?(?:important|crucial|relevant|promising|timely|necessary|essential|vital|of (?:\w+ )?importance))\b)",
        "proposed",
        0.4,
    ),
    Cue(
        r"\b(?:could|may|might|can) (?:well |also )?(?:be|become|serve as)(?= (?:the|an?|our|one)\b)",
        "proposed",
        0.3,
        BEFORE,
    ),
    # passive proposals
    Cue(
        r"\b(?:was|were|been|is|are) (?:\w+ly |also |first )?(?:proposed|suggested|put forward|initiated|advocated|tabled|floated|called for)\b|, (?:\w+ly )?(?:proposed|initiated|put forward) by|\b(?:proposed|initiated|suggested) by",
        "proposed",
        0.5,
        BEFORE,
    ),
    Cue(
        r"\b(?:should|could|must|ought to|needs? to|can|may|might) (?:also |soon |now |jointly )?(?:be (?:\w+ly |also )?(?:established|created|set up|formed|held|opened|launched|signed|adopted|hosted|organi[sz]ed|convened|built|introduced|declared|developed|drafted|considered|turned into|transformed|added|included|elevated|raised|brought into force|started|finali[sz]ed|completed|given|put)|become|serve as)\b",
        "proposed",
        0.35,
        BEFORE,
    ),
    Cue(
        r"\bto be (?:\w+ly )?(?:established|created|set up|formed|opened|launched|built|hosted|based|held)\b",
        "agreed",
        0.4,
        BEFORE,
    ),
    Cue(
        r"\bat (?:the )?(?:initiative|suggestion|proposal) of\b|\bon (?:the )?initiative of\b|['’]s? (?:own )?initiative,? (?=.{0,60}\b(?:was|were|has been|is)\b)",
        "agreed",
        0.35,
        "either",
    ),
)

_CONCRETE = """
mandate reform supply-chain seat renaming settlement-system constellation embargo sanction peacekeeper brigade investigation inquiry audit census medal title anniversary celebration biennale games game championship month branch faculty internship garden clinic refinery dam reservoir substation airport checkpoint crossing ferry criteria window fee patrol simulation deal referendum seat chairmanship candidacy bid track insurance stockpile silo simulator app software newspaper series book anthem flag trademark relay supercomputer desk authority entity district
academy accelerator alphabet representative coordinator ambassador dictionary textbook encyclopaedia accord act action-plan agency agreement alliance appeal arboretum archive arena assembly association atlas award axis ban bank base biobank bloc board body
bond brand bridge broadcast building bureau bus cable calendar camp campaign campus canal capital card caravan catalogue center centre chair chamber channel charter city club cluster coalition code
college commission commissioner committee community communique communiqué company competition complex compact concept conference confederation congress consortium consulate consultation contest convention corps corridor council
course court covenant cup currency customs-union database day decade declaration delegation depot dialogue diaspora dictionary directive directorate discussion dispatch doctrine drill embassy encyclopedia envoy event exam exchange exercise exhibition expedition expo
facility factory fair federation fellowship fest festival filial film fleet flight forum foundation framework fund gallery games gateway gathering grant grid group guideline headquarters highway holiday hospital hotline hour hub incubator index
initiative institute institution instrument inventory journal jury laboratory lab law league levy library line list loan logo logistics-centre map marathon market market-place mark marketplace mechanism meeting memorandum mission mission-office mode model moratorium mosque mou movement
museum network norm note observatory obligation office olympiad olympics operator ordinance organization organisation outpost pact panel park parliament partnership-agreement passport path pavilion pipeline plan plant platform plaza playbook plenum policy-paper pool port portal post
power-plant pipeline presidency prize procedure procurement programme program project protocol quota railroad railway reactor regime register registry regulation reserve residence resolution review ring road roadmap roundtable route rule school scholarship secretariat security-zone
seminar series service session settlement shop show site space spartakiad square standard statement station statute strategy strategic-partnership structure studio study subway summit survey system tariff tax task-force taskforce team telethon terminal territory test ticket tour tournament trade-zone train training
transition-plan treaty tribunal troika trust tv-channel union university unit vaccine venture village visa visa-free visit volume warehouse waterway website week workshop year youth-camp zone technopark technopolis dry-port mechanism charter format toolkit statue monument expertise-centre
function greenhouse hackathon helpline headquarters interconnector joint-venture legislation line loop memorial metro ministerial ministry mine nursery pass password pavilion pilot pledge prospectus quorum repository satellite shuttle solution-lab sanatorium signpost taxonomy timetable tower trail tunnel
treaties communities centres agencies societies libraries universities policies-paper strategies facilities parties-list status membership secretary coordinators envoys protocols convention amendment moratoria neutral-zone free-trade ceasefire truce ratification accession negotiations talks-platform scheme blueprint boarding package taskforce pathway masterplan certificate label catalog label e-visa observatory working-group subcommittee secretariat-office sub-committee presidium council-meeting
"""
_VAGUE = """
cooperation relation tie partnership effort work importance need attention issue potential support role interaction measure step development security stability peace trust growth progress environment condition situation opportunity
interest commitment contact friendship solidarity unity understanding goal aim principle value prosperity wellbeing well-being engagement connectivity integration collaboration coordination exchange-of-views view opinion question problem challenge threat crisis
hope desire readiness willingness confidence determination gratitude appreciation respect investment trade turnover volume capacity capability efficiency effectiveness quality level pace share sector sphere area field direction priority
result outcome trend element achievement success contribution participation involvement activity life people country state region nation world government leader president minister participant party side member
thing way time place part point fact case number amount set range variety basis ground foundation context dynamics atmosphere spirit bond link heritage culture history language identity tradition resource energy water food transport
infrastructure economy industry agriculture technology innovation digitalization digitalisation education science health tourism sport diplomacy policy politics governance law-enforcement order rule-of-law right freedom democracy justice sovereignty independence integrity
consequence impact effect risk danger tension conflict war terrorism extremism crime trafficking change adaptation resilience transition transformation future generation youth woman child momentum impetus boost synergy
advantage benefit profit asset solution response answer discussion talk negotiation conversation dialogue-process action deed practice experience expertise knowledge information data view vision-sharing assistance aid help help-line mediation
statement-of-intent idea proposal suggestion thought word speech remark comment address task responsibility obligation-sharing duty everyone all it them this that these those he she they us we me tensions ties visit hospitality welcome initiative-spirit
"""
_GENERIC = "standard rule initiative proposal project event document agreement programme program plan idea format meeting mechanism decision mechanism suggestion package platform issue step measure conference forum summit session structure institution treaty body organization organisation"

ENGLISH = Language(
    code="en",
    abbreviations=frozenset(
        "mr mrs ms dr st prof gen gov sen rep vs etc inc ltd no jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e h.e hon"
        " excell lt col".split()
    ),
    furniture=(
        r"(?:read (?:also|more)|also read|photo\b|image\b|source\b|subscribe|share\b|follow us|(?:usd|eur|rub|cny|kzt)\b[ \d.]|tags?:|copyright|©|none$|advertisement|currently reading|latest in|last minute|"
        r"related (?:news|articles|stories)|news partner|popular$|by [A-Z]\w+ [A-Z]\w+$|editor:|\(?web editor|\d{1,2}[:.]\d\d|\d+ min read|main page|to leave a comment|cookie|all rights reserved|written by|author:|updated|published|print$|comments?$|"
        r"(?:[A-Z][a-z]+day, )?\d{1,2},? [A-Z][a-z]+,? \d{4}$)"
    ),
    teaser=r"(?:read (?:also|more|next)|also read|related (?:news|articles|stories|posts)|more on this|latest (?:in|news)|most (?:read|popular)|see also|recommended|you may also|news partner|trending)\b",
    cues=tuple(sorted(_CUES, key=lambda cue: cue.side != BEFORE)),  # "was suggested by" is no "suggested"
    makers=_MAKERS,
    vague_makers=_VAGUE_MAKERS,
    scope_end=(
        r";|,? and (?:said|noted|stressed|added|emphasi[sz]ed|expressed|thanked|voiced)\b|,? (?:which|who|whose|where|while|whereas|because|although|but|so that|in order to|with a view to|thereby)\b|[,.]?[\"”»]?,? (?:he|she|they|the \w+(?: \w+){0,3}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:said|says|noted|added|stressed|stated|emphasi[sz]ed|underlined|concluded|explained|reports?|reported|learn(?:t|ed|s)|informs?|cites?|quotes?|announced|wrote)\b"
        r"|,? (?:said|says|noted|added|stressed|stated|emphasi[sz]ed|according to|as (?:he|she|reported)|reports)\b|[”»]|\s[–—-]\s(?=(?:said|he|she))"
    ),
    phrase_end=(
        r"\b(?:be|which|that|who|whose|where|when|became|becomes|is|are|was|were|will|would|could|should|can|must|has|have|had|aimed|aiming|designed|intended|to ensure|in order|so that|as part of|within the foundation framework|on the sidelines|during|following|while|because|"
        r"according|based on|thus|thereby|including|such as|to (?:enhance|strengthen|promote|coordinate|address|support|increase|ensure|protect|help|improve|boost|provide|facilitate|develop|make|deepen|expand|further|discuss|combat|counter|study|bring)|"
        r"with a view|in order|under the auspices|under the (?:motto|leadership|chairmanship)|at the (?:\w+ )?(?:summit|meeting|session|level)|next (?:year|month|week)|this (?:year|month|week)|last (?:year|month|week)|as soon as|in the (?:near|coming)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|he (?:said|added)|where|together with|along with|in (?:response|accordance|line|connection)|by (?=the end|20\d\d)|until|since|before|after|among others|namely)\b"
        r"|[;:()\[\]]|\s[–—-]\s|,?\sand\s(?=\w+ed\b)|,\s(?=(?:(?-i:[A-Z])[\w-]+ (?-i:[A-Z])[\w-]+(?: \w+ed\b)|\w+ing\b|he|she|said|the (?:president|head|leader)|as|with|in|at|on|for|by|based|accountable|located|situated|adding|saying|noting|calling|stressing|aim|to )\b)|,\s(?=(?-i:[A-Z])[\w-]+ (?-i:[A-Z])[\w-]+\s*$)|,$"
    ),
    lead_words=r"^(?:[\s,:–—-]|under the auspices of [^,]{3,60},|within the foundation framework of [^,]{3,60},|in [A-Z]\w+,|and\b|or\b|to\b|of\b|for\b|on\b|in\b|that\b|the\b|an?\b|its\b|their\b|his\b|her\b|our\b|this\b|both\b|also\b|further\b|jointly\b|such\b|as\b|into\b|possibly\b|possibility\b|idea\b|by\b|with\b|towards?\b|regarding\b|upon\b|between\b|together\b|issue\b|work\b|process\b|swift\b|early\b|all\b|each\b|countries\b|members?\b|it\b|soon\b)+",
    splitters=r"(?:,\s(?:and\s|as well as\s|along with\s)?|\sand\s|;\s(?:and\s)?|\sas well as\s|\salong with\s|\splus\s)(?:also\s)?(?=(?:an?|the|its|new|joint|annual|regular|his|another|two|three|first|regional|international|common|special|single|permanent|holding|establishing|creating|launching|opening|developing|adopting|signing|hosting)\s|(?-i:(?:[A-Z][\w-]+ ){2,}(?:\w+ ){0,2}(?:[A-Z]|on |of ))|[\"“«])",
    nouns=Nouns(frozenset(_CONCRETE.split()), frozenset(_VAGUE.split()), frozenset(_GENERIC.split())),
    unsaid=r"\b(?:have|has|had|was|were)\b.{0,20}\bmade\b",
    gathering=r"^(?:[\w-]+ ){0,4}(?:summit|meeting|session|talks|conference|visit|ceremony|negotiations)\b",
    raised=r"\bnational currenc|\bas (?:an? |the )?(?:[\w’'-]+ ){0,3}(?:member|observer|partner|hub|capital|platform)\b|\b(?:observer|full|member(?:ship)?|partner) (?:member|status)\b|\bto (?:an? |the )?(?:level of (?:an? )?)?(?:[\w-]+ ){0,3}(?:partnership|level|status|format|union|alliance)\b",
    sharing=r"\b(?:joint|single|common|unified|regional|international|permanent|annual|special|shared|new|global|multilateral|trilateral|central asian|turkic|eurasian|interstate|high-level|intergovernmental|inter-parliamentary|dedicated|digital|green|first|visa-free|national currenc)\b",
    addressed=r"(?:urg\w+|call\w* (?:on|upon)|appeal\w* to|ask\w*|encourag\w*|request\w*|challenged|exhort\w*)\s*$",
    and_then=r"\s*,?\s?and\s(?:also\s|then\s|\w+ly\s)?$",
    namely=r"\b(?:including|such as|among them|namely)\b",
    bare_verb=r"\s*(?:to )?(?:jointly |further |also )?(?:[a-z]+ing\s(?=(?:the|an?|its|their|our|all|(?-i:[A-Z0-9])))|(?-i:[a-z]+)\s(?=(?:the|an?|its|their|our|\d|(?-i:[A-Z]))\b))",
    refusal=r"\b(?:not|never|neither|nor|no longer|refus\w+|reject\w*|oppos\w*|declin\w+|against|block(?:ed|s)?|vetoed)\b[\w\s]{0,15}$",
    anaphor=r"^\s*(?:such|this|these|that|those|the (?:above|said)|his|her|its|their|it\b|them\b|(?:the|all) (?:proposal|initiative|idea)s?\b)\s*(?:\w+\s)?(?:initiative|proposal|idea|plan|suggestion|approach|step|move|effort|measure|undertaking)?s?\b",
    not_actors=r"\b(?:analysts?|experts?|observers|company|companies|firm|airline|operator|ceo|journalist|professor|scholar|researchers?|author|businessm[ae]n|critics|activists|opposition)\b",
    weak=r"\b(?:invit(?:e|es|ed|ing) (?!.{0,40}\bto (?:join|establish|create))|pay (?:a|an) (?:\w+ )?visit|congratulat\w+|thank(?:s|ed)?\b|award(?:ed|s)?\b|took part|arriv(?:ed|es)|medal|order of)\b",
    money=r"(?:[$€£]\s?\d|\b\d[\d,.]*\s?(?:million|billion|mln|bln|thousand)?\s?(?:dollars|euros?|yuan|usd|eur|rubles)\b|\b(?:million|billion)\b)",
    historic=r"\b(?:recall(?:ed|s|ing)?|earlier|previously|last year|(?:two|three|four|five|\d+) years ago|in the past|back in|back then|originally|at the time|had (?:been )?(?:proposed|suggested|put forward|adopted|signed|initiated))\b",
    speech=r"\b(?:said|says|saying|not(?:ed|es)|stress(?:ed|es)|stat(?:ed|es)|emphasi[sz](?:ed|es)|underlin(?:ed|es)|underscor(?:ed|es)|highlight(?:ed|s)|add(?:ed|s)|declar(?:ed|es)|announc(?:ed|es)|point(?:ed|s) out|told|remark(?:ed|s)|conclud(?:ed|es)|explain(?:ed|s)|argu(?:ed|es)|believ(?:ed|es)|address(?:ed|es)|spoke|speaking|writes|wrote|propos(?:ed|es)|suggest(?:ed|s)|call(?:ed|s)|urg(?:ed|es)|continued|went on|mention(?:ed|s)|opin(?:ed|es)|express(?:ed|es)|reiterat(?:ed|es)|reaffirm(?:ed|s)|deems|outlined|put forward|thanked)\b",
    pronoun=r"\b(?:he|she)\b",
    ours=r"\b(?:we|our|us|i|my|me|ours)\b",
    collective=r"\b(?:the )?(?:participants|parties|sides|leaders|heads of (?:state|government|delegations)(?: and government)?|presidents|member states|member countries|countries of (?:the )?(?:region|central asia)|two (?:countries|sides|leaders|presidents)|(?:five|six|seven) (?:countries|states|leaders)|foreign ministers|ministers|leaders of [\w\s-]{3,40}(?:countries|states)|both (?:countries|sides|leaders|parties)|delegations)\b",
    posts=POSTS,
    plural_posts=r"(?!)",
    body=r"\b(?:the|this) (?:(?:\w+ )?(?:summit|meeting|conference|organi[sz]ation|bloc|assembly|council|league|alliance|union|community))\b(?! of\b)",
    enumerates=r"among (?:them|these),|(?:they|these|among (?:them|these)|the (?:documents|agreements|initiatives|proposals|decisions)(?: \w+){0,4}?) (?:also )?(?:includ(?:ed?|es)|are|were|is|was)\b:?",
    owner=r"['’]s?\s(?:\w+\s){0,2}?(?:initiative|proposal|idea|plan|suggestion|efforts?|call|bid|concept|offer)s?\b",
    initiated=r"(?:(?:initiative|proposal|suggestion|idea|plan)s? (?:of|by|from|made by|put forward by)|(?:proposed|initiated|put forward|suggested|advanced|made|voiced|launched) by)(?: the)?\s*(?:\w+\s){0,2}$",
    oblique=r"\b(?:with|by|in|at|from|to|of|between|for|on|than|under|per|via|into|among|against|across|towards|including|near|about|like|within|through|as|over|before|after|and|congratulated|thanked|met|received|greeted|hosted|invited|welcomed|told|informed|joined|awarded|presented)\s+(?:the\s|his\s|her\s|its\s|a\s)?(?:\w+ed\s|honou?rable\s|esteemed\s|neighbou?ring\s|then\s)?$|\b(?:thanked|congratulated|welcomed|received|met|hosted|praised|greeted|awarded|invited|told|asked|joined)\s+(?:the\s|his\s|her\s)?(?:\w+\s)?$",
    countries=COUNTRIES,
    capitals=CAPITALS,
    blocs=BLOCS,
    forums=FORUMS,
    condition=r"\b(?:provided that|on condition that|if and only if|as long as|subject to)\b[^.;]{3,160}",
    names_a_role=r"(?:declar|proclaim|designat|named|chosen|selected)",
    polite=r"welcom|commend|hail|prais|applaud",
    nominal=r"\b(?:adoption|approval|signing|conclusion|establishment|creation|launch|opening|inauguration|founding) of",
    signing=r"\b(?:signing|conclusion) of",
    welcomed=r"\b(?:welcom\w+|hail\w*|prais\w+|applaud\w*|congratulat\w+|satisfaction|highlighted|underscored|significance|importance|emphasi[sz]ed|noted)\b",
    impersonal=r"\b(?:should|must|need|needs|could|can|may|might|would be|it is|is necessary|time|let us|let's|priorit|task|ought|has to|have to)\b",
    document=r"(?:in |according to |the text of )?(?:the|this) (?:\w+ ){0,2}(?:document|communiqu[eé]|declaration|joint statement|final statement|resolution|statement)\b",
    they=r"\b(?:they|both|jointly)\b",
    backed=r"\b(?:support|back|endorse|join)\w*\s(?:\w+\s){0,2}$",
    weak_adjectives=r"more|than|over|some|about|nearly|around|first|uniform|common|unified|regular|joint|new|key|important|several|numerous|number|following|such|these|those|relevant|other|concrete|specific|practical|promising|major|large-scale|large|effective|various|many|further|similar|additional|all|some|mutual|mutually|beneficial|bilateral|multilateral|regional|international|existing|big|significant|necessary|corresponding|appropriate|main|priority|different|two|three|four|five|six|ten|its|their|our|his|package|series|set|good|own|future|proposed|above|said|high-level|common|best",
    agent=r"\bby (?:the )?(?:\w+ ){0,3}$",
    dated=(
        r"\b(?:(?:on )?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?|"
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?|"
        r"(?:january|february|march|april|june|july|august|september|october|november|december)(?: \d{4})?|"
        r"(?:in|by|for|of|year|capital|strategy) (?:19|20)\d\d\b(?!\s?[-–]\s?\d)|next year|this year|last year)"
    ),
    relative_years={"next year": 1, "this year": 0, "last year": -1},
    stop_words=frozenset(
        "general assembly united nations un organization organisation draft the and for with from into its our their his her this that new joint regional international common single special first second within "
        "between among countries country states state creation establishment development initiative proposal project under other will also of on in to".split()
    ),
)
