/**
 * The words of English and German that any rubric builds on: negation, more and less, keeping and changing. All are
 * written as tokens: lower case, ä as ae.
 */

/** A negation's reach in words, and whether it may follow what it negates. */
export interface Negator {
  readonly concept: string;
  readonly reach: number;
  readonly after: "never" | "clause end" | "always";
}

export const negators: readonly Negator[] = [
  { concept: "<negation>", reach: 7, after: "never" },
  { concept: "<german-negation>", reach: 7, after: "clause end" },
  { concept: "<instead>", reach: 4, after: "never" },
  { concept: "<prevention>", reach: 6, after: "always" },
  // "to avoid …" says nothing about what stands before it.
  { concept: "<active-prevention>", reach: 6, after: "never" },
  { concept: "<word-negation>", reach: 0, after: "never" },
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
  disavowal: `
    not true ..1 that | not the case that | isnt true ..1 that | isnt the case that | untrue that | wrong ..1 that |
    false that | incorrect that | a myth that | deny that | doubt that | dont think that | dont think <article> |
    dont believe | unrelated to | irrelevant whether | forgot whether | forgot if |
    forgot ..2 about | forgotten whether | dont know ..1 whether | dont know ..1 if | not sure ..1 whether |
    not sure ..1 if | wrong to say | wrong to claim | wrong to think | people claim | people say | some claim |
    some say | one might think | it is claimed | allegedly | falsch zu sagen | falsch zu behaupten |
    manche behaupten | manche sagen | man koennte meinen | es heisst oft | angeblich | no idea ..1 whether | no idea ..1 if | wonder whether | wonder if | is it true | is it the case |
    stimmt nicht dass | nicht wahr dass | nicht der fall dass | nicht richtig dass | falsch dass | unwahr dass | plays no role | play no role | spielt keine rolle | spielen keine rolle | is irrelevant |
    ist egal | nicht der grund | not the reason |
    <negation> ..2 problem ..1 that | <german-negation> ..2 problem ..1 dass | falsche annahme | bezweifle | glaube nicht dass | denke nicht dass | egal ob | vergessen ob | weiss nicht ob | weiss ich nicht ob | keine ahnung ob |
    nicht sicher ob | ist es wahr | stimmt es dass | ist es so dass | ist es richtig | nothing to do with | nichts ..4 zu tun |
    no that is wrong | is nonsense | is rubbish | ist unsinn | ist quatsch | ist unfug | ist bloedsinn | thats wrong | that is wrong | that is not true | thats not true | this is wrong |
    this is not true | that is incorrect | this is incorrect | that is false | this is false | not true | just kidding |
    scratch that | forget that | wrong again | nein das ist falsch | das ist falsch | das stimmt nicht |
    das ist nicht wahr | das ist nicht richtig | stimmt nicht | stimmt aber nicht | stimmt doch nicht | nein falsch |
    no wrong | nope`,
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
    fast | faster | quick* | speeds | speed up | speed-up | speedup* | speeding | high* speed | sped up | accelerat* | rapid* | schnell* | beschleunig* | zuegig* |
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
  only: "only | just | nur | solely | merely | lediglich | ausschliesslich | exclusively | blos | bloss",
  always: "always | every time | immer | every step | jedes mal | in each step | stets | regardless | in any case",
  zero: "zero | 0 | null | 0.0 | naught | nil",
  article: `
    the | a | an | der | die | das | den | dem | des | ein | eine | einen | einem | einer | eines | its | their |
    this | that | these | those | of | dieser | diese | dieses | very | any | ihre | seine | zu | to`,
};

/** Beside statements: they are not claimed, only talked about, or taken back. */
export const disavowal = "<disavowal>";

/** What hardly any sentence does without; a row of words without one is a list of keywords. */
export const functionWords = new Set(
  `the a an of to in is are be was were been it its this that these those and or not no so if when then than as for
  with by from at on we you i he they can could does do did has have had will would should must may might but which
  who what how more less much many few very too also only just because since while until after before into onto over
  under above below between within without through during about there here gets get becomes become
  der die das den dem des ein eine einen einem einer eines ist sind war wird werden wurde man nicht kein keine keinen
  und oder weil da wenn dann dass als bei mit von zu zur zum im auf aus fuer sich es er sie nur auch mehr weniger am
  um ueber unter vor nach durch gegen ohne hat haben kann koennen muss bleibt was wie wo schon sehr`.split(/\s+/),
);

/** End what a negation before them reaches. */
export const scopeEnds = new Set(
  `and und because since so therefore thus hence weil da daher deshalb dadurch sodass if wenn falls then dann which
  welche welcher -> & as when sobald also dh damit wodurch weshalb denn where leading making`.split(/\s+/),
);

/** Open a contrast: no statement reaches across them. */
export const contrasts = new Set(
  `but aber whereas while however although though obwohl jedoch sondern hingegen wohingegen waehrend allerdings except
  dafuer trotzdem doch nevertheless`.split(/\s+/),
);

/** Spans of this concept are no negations although they contain one. */
export const noNegation = "<no-negation>";

/** Left out between the words of a phrase. */
export const article = "<article>";
