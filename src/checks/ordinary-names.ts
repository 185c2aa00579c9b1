/** Brands' names that are also ordinary words, surnames or places, and first labels of their domains that others use too. */
const ORDINARY = new Set(
  `norton apple chase visa caixa schwab fidelity sony strato orange ledger ripple kraken discord slack stripe zoom interac uber vivo claro correos correios
  telegram bell hilton marriott itau electrum sunrise shell line azure teams outlook skype xerox valve ozon medicare
  movistar santander canva box exodus gemini square target wise steam express otto allianz emirates telus argenta
  belfius klarna rossmann tesco asda fnac engie cisco barracuda starlink metro sosh roundcube zimbra electrum prime
  auchan nordea huobi monzo truist trezor safe saturn discover barmer elster sparkasse volksbank raiffeisenbank
  finanzamt interpol live office home post first national union federal capital hermes ethereum
  allegro allstate alternate americanas aral argenta aruba asana asos audi avira avito barmer bartolini basecamp bauhaus
  beeline blur bosch boots circle claro continente currys darty douglas dove emirates endesa engie essent esso experian
  ferrero fifa figma grab hema hilton humana hulu huobi kakao leclerc leumi libero lazada loggi mail.com meo miro
  mojang morrisons naver navigo netto nexo nike noon norma nutella optus oracle ozon payback ponta progressive promise
  quora register rippling rituals sage sephora signal sixt sky smash solana spectrum spid stake starling stellar sulake
  sunrise telia telus tesla tether tinder toom toyota trello twitch twint uefa ulys vinted viber vivo volkswagen waitrose
  walgreens weber worten makita xing yandex yeti yodel zara zelle zinia gitlab cardano starbucks minecraft android gamma jumbo
  acom esfera livelo smiles enel azul inditex unilever tinkoff`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** First labels of brands' domains that many others use in theirs. */
const COMMON = new Set(
  `admin android argos ariba arcor audible automattic axa bahn banco base basic bayern bell bing block blockchain
  blogger booking box canada cash chat chromium citi claim cloud cms concur crypto daiwa digital direct discover dmv
  ethereum europa exodus expy finance forms free gemini global goo gob gouv gov gusto halifax hilton hofer home hosting
  hulu index itsme justice kroll link live mac magenta mail matsui max messenger meta metro momentive monday mueller my
  nationwide news nomura octopus office open optum orange otto overheid pay penny phantom post poste proton research
  resona rogers safe sap sars saturn sber shell shop skat skynet smile snap square stellar sunrise target teams threads
  tim travel treasury visa
  action affirm allegro alternate altice android arbitrum aruba asana audi avito barracuda basecamp battle bauhaus
  belgium blizzard boots bosch bring bumble canalplus cardano celsius charter chime circle click-sec clicksec coles
  continente customs delta desjardins douglas email emirates epost essent esfera experian family fiducia galicia gamma
  garanti globo gusto hotels humana huntington ideal iliad inbox inter interbank jumbo kronos lawson libero linkt
  livenation lumen macquarie makita mediolanum mojang mollie monday montepio nectar netto norma notion optimism optimum oracle
  paramount payback podatki polygon ponta posta posten posti postoffice praxis progressive promise python recruit
  regions register revenue rippling rituals sakura salute scalable seb signal smiles sofi southwest spectrum stake
  stanley swish synchrony tangerine tauron terra tesla tether three tinder tokyo tokyu topcard toyota trip turkiye
  twitch united vinci vinted virgilio virgin vivo vk volkswagen weber westjr worldline xing bill bitcoin sage sky signnow
  serpro service-now servicenow smash exxonmobil horde posti solana stackexchange stackoverflow gitlab bitbucket npmjs
  pypi redditmail reddit minecraft yandex mail
  visa vodafonemail web who windows wise world yeah zoll canal express me mi go sky vr sc`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A first label of a brand's domain that proves nothing. */
export function isCommonLabel(label: string): boolean {
  return COMMON.has(label);
}

/** A word of a language, a surname, or too short to tell: it may stand for something else than the brand. */
export function isOrdinary(name: string): boolean {
  return name.length <= 3 || ORDINARY.has(name);
}
