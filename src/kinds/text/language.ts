/**
 * The words of English and German that any rubric builds on: negation, more and less, keeping and changing. All are
 * written as tokens: lower case, ä as ae.
 */

/** A negation's reach in words, and whether it may follow what it negates. */
export interface Negator {
  readonly concept: string;
  readonly reach: number;
  readonly after: "never" | "clause end" | "always";
  /** A word for the means ends its reach: `prevents large steps by limiting the norm`. */
  readonly means?: boolean;
}

export const negators: readonly Negator[] = [
  { concept: "<negation>", reach: 7, after: "never" },
  { concept: "<german-negation>", reach: 7, after: "clause end" },
  { concept: "<instead>", reach: 4, after: "never" },
  { concept: "<prevention>", reach: 6, after: "always", means: true },
  // "to avoid …" says nothing about what stands before it.
  { concept: "<active-prevention>", reach: 6, after: "never", means: true },
  { concept: "<word-negation>", reach: 0, after: "never" },
];

/** Of each pair only the nearer one belongs to a word. */
export const generalOpposites: readonly (readonly [string, string])[] = [
  ["more", "less"],
  ["fast", "slow"],
  ["large", "small"],
  ["keep", "change"],
];

/** By name, in the notation of patterns: what a rubric may use as `<name>`. */
export const generalConcepts: Readonly<Record<string, string>> = {
  negation: `
    not | no | never | not as | not so | not that | not nearly as | not nearly so | isnt as | isnt so | arent as |
    arent so | dont so | neither | nor | none | cannot | cant | couldnt | dont | doesnt | didnt | isnt | arent |
    wasnt | werent | wont | wouldnt | shouldnt | hasnt | havent | unable | fail | fails | failing | failed |
    no longer | no more | hardly | barely | rarely | scarcely | lack | lacks | lacking | nothing | nobody |
    less able | insufficient* | too .. to | lose* .. ability | ability .. lost | incapable | nowhere | anything but |
    far from`,
  "german-negation": `
    nicht | nichts | nie | niemals | kein | keine | keinen | keinem | keiner | keines | nicht mehr | nicht so |
    nicht ganz so | weder | kaum | unfaehig | zu .. um | nimmer | nich`,
  instead: `
    instead of | rather than | without | statt | anstatt | anstelle | ohne | in place of | other than | w/o |
    free of | opposed to`,
  prevention: `
    hard | harder | difficult* | difficulty | impossible | verhinder* | vermeid* | vermied* | schwer | schwerer |
    schwierig* | erschwer* | unmoeglich | vorgebeugt | vorbeug* | trouble | muehe | struggle* | problems learning |
    problems to | probleme zu | nicht moeglich | prevented | avoided | hindered | not possible | not feasible |
    hampered | impeded | mitigated | eliminated | removed`,
  "active-prevention": `
    prevent | prevents | preventing | prevention of | avoid | avoids | avoiding | avoidance of | hinder | hinders |
    mitigate | mitigates | mitigating | eliminate | eliminates | counteract | counteracts | impede | impedes |
    hamper | hampers | vermeide | vermeidet | verhindere | verhindert | vermeidung von | verhinderung von |
    erschwert | get rid of | gets rid of`,
  "word-negation": "non",
  "no-negation": `
    not only | nicht nur | no matter | no doubt | without doubt | ohne zweifel | no problem | nothing else |
    not just | nicht bloss | why not | not to mention | no wonder | no prob | kein problem | nicht einfach nur`,
  more: `
    more | higher | greater | larger | bigger | increase* | increasing | raise* | rise* | grow* | additional |
    extra | mehr | hoeher* | groesser* | erhoeh* | steig* | vergroesser* | zusaetzlich* | waechst | zunehm* |
    zunimmt | too much | zu viel | high | hoch | hohe | hoher | goes up | go up | going up | went up | geht hoch |
    geht nach oben | lot of | lots of | huge | a lot`,
  less: `
    less | lower* | smaller | fewer | reduce* | reducing | reduction | decreas* | save* | saving* | shrink* |
    shrunk | shrinks | cheaper | weniger | geringer* | niedriger* | kleiner* | reduzier* | verringer* | sink* |
    *sparen* | *sparend* | *ersparnis* | *schonend* | geschont | schont | spart | gespart | einspar* | eingespart |
    erspar* | minder* | vermindert | abnehm* | nimmt .. ab | sparsam* | low | little | gering* | wenig | limited |
    halved | <negation> ..2 as much | <negation> ..2 so much | <negation> ..2 that much | <negation> ..2 as many |
    <negation> ..2 so many | half | fraction | down | runter | nimmt .. weniger | slim* | schrumpf* | drop | drops |
    dropped | nicht so viel | nicht so hoch | nicht .. so viel | minimi* | senk* | gesenkt | cut down | cuts down |
    economical | spare* | cutting`,
  fast: `
    fast | faster | quick* | speed* | sped up | accelerat* | rapid* | schnell* | beschleunig* | zuegig* |
    efficient* | effizient* | sooner | shorter time | short time | flott* | zeit-ersparnis* | zeit-sparend* |
    time-saving | swift* | fasster | fixer | flink* | zackig* | in no time | geht fix | ganz fix | less long |
    weniger lang*`,
  slow: `
    slow | slower | slowly | slows | slowed | slowing | slowdown | langsam* | verlangsam* | longer time |
    takes longer | dauert laenger | take longer`,
  large: "large | larger | big | bigger | huge | high | higher | great | gross* | hoch | hohe* | groesser*",
  small: `
    small* | tiny | little | low | lower | minimal* | klein* | gering* | winzig* | niedrig* | negligible |
    minuscule | vernachlaessigbar* | infinitesimal*`,
  keep: `
    same | unchanged | keep | keeps | kept | keeping | preserv* | retain* | maintain* | constant | identical* |
    remain* | stay | stays | stayed | staying | conserv* | intact | unaffected | unaltered | untouched | invariant |
    gleich | gleiche | gleichen | selbe* | dieselbe* | derselbe* | unveraendert* | beibehalt* | behaelt* | erhalten |
    erhaelt | bleib* | konstant* | bewahr* | identisch* | geblieben | unangetastet | unberuehrt | beibehaelt |
    gewahrt | unmodified | as it was | as before | wie vorher | wie zuvor | fix | fixed | unverfaelscht* | equal |
    parallel* | leave* | leaving | left alone | left as | belaesst | belassen | laesst .. unveraendert | in ruhe |
    continue*`,
  change: `
    change* | changing | alter* | modif* | affect* | distort* | rotat* | turn | turns | turned | differ* | aender* |
    geaendert* | veraender* | verander* | verfaelsch* | dreht | drehen | gedreht | verdreht | abweich* |
    beeinfluss* | influenc* | lose | loses | lost | destroy* | verliert | verloren | verzerr* | manipul* | touch |
    touches | touched | shift* | deviat* | antast* | anzutasten | angetastet | anruehr* | anzuruehren | beruehr*`,
  hardly: `
    hardly | barely | scarcely | almost not | almost no | nearly no | kaum | fast nicht | fast keine* | so gut wie |
    only slightly | nur minimal* | practically no* | praktisch nicht | praktisch kein* | virtually no* | nur wenig |
    very little | almost nothing | quasi nicht | quasi kein* | nearly nothing | a little | insignificant* |
    minimally | nicht wirklich | not really | not much | nicht viel | beinahe nicht | negligibl* | next to nothing |
    nahezu nicht | nahezu kein* | fast gar nicht | fast nichts | fast gar keine* | basically not | basically no |
    wont .. much | doesnt .. much | dont .. much | not .. much | almost`,
  only: "only | just | nur | solely | merely | lediglich | ausschliesslich | exclusively | blos | bloss",
  always: "always | every time | immer | every step | jedes mal | in each step | stets | regardless | in any case",
  zero: "zero | 0 | null | 0.0 | naught | nil",
  exactly: "exactly | precisely | genau | exakt | identically | completely | komplett",
  article: `
    the | a | an | der | die | das | den | dem | des | ein | eine | einen | einem | einer | eines | its | their |
    this | that | these | those | of | dieser | diese | dieses | very | any | ihre | seine | zu | to`,
};

/** End what a negation before them reaches. */
export const scopeEnds = new Set(
  `and und because since so therefore thus hence weil da daher deshalb dadurch sodass if wenn falls then dann which
  welche welcher -> & as when sobald also dh damit wodurch weshalb denn where leading making`.split(/\s+/),
);

/** Behind `so` and `as` they make it a degree: `does not take so long` is one clause. */
export const degrees = new Set(
  `long lange much viel many viele big gross grosse large high hoch hohe strong strongly stark easy easily leicht fast
  schnell slow slowly langsam quickly bad badly schlimm often oft likely frequently haeufig severe severely expensive
  teuer small klein`.split(/\s+/),
);

/** Behind a word of prevention they name the means. */
export const meansWords = new Set("by via using durch indem mittels mithilfe".split(" "));

/** Open a contrast: no statement reaches across them. */
export const contrasts = new Set(
  `but aber whereas while however although though obwohl jedoch sondern hingegen wohingegen waehrend allerdings except
  dafuer trotzdem doch nevertheless`.split(/\s+/),
);

/** Before a duration: `takes as long as before` says how long, `stays as long as it fits` on what condition. */
export const lasting = new Set("take takes taking took last lasts need needs".split(" "));

/** Frequent words that are no misspelling of a rubric's words although they look like one. */
export const commonWords = new Set(
  `agree almost along backward base based bases betrag chance charge consist content conversation correction decent
  define defined detection exist falling general generally generation happen initial initially internal koennen
  lassen later latter leider letter multiply noting number optimum point produces product really recall recent
  remove result sample scoring severe singly store stores string stuck thing value variance weicht weight werden
  wetter wurden`.split(/\s+/),
);

/** Beginnings of frequent words, for the same reason: `schneller` is not `Schwelle`. */
export const commonStems =
  `gesaettig gross groess koenn normalis normaliz rechen reihenfolge schnell schritt schwell sequen speicher
  transform translat transkri transcri uebers verringer veraender verhinder verwend generalis generaliz laeng`.split(
    /\s+/,
  );

/** Spans of this concept are no negations although they contain one. */
export const noNegation = "<no-negation>";

/** Left out between the words of a phrase. */
export const article = "<article>";
