import { findCues } from '../cue.ts'

/** Languages as something is translated into them. */
const INTO = {
  ENGLISH_NAME: `
    english | german | french | spanish | italian | portuguese | dutch | polish | russian | chinese | mandarin | japanese | korean | arabic |
    turkish | swedish | danish | norwegian | finnish | greek | czech | hungarian | hebrew | hindi | latin | ukrainian | romanian`,
  GERMAN_NAME: `
    deutsch* | englisch* | französisch* | spanisch* | italienisch* | portugiesisch* | niederländisch* | polnisch* | russisch* | chinesisch* |
    japanisch* | koreanisch* | arabisch* | türkisch* | schwedisch* | dänisch* | norwegisch* | finnisch* | griechisch* | tschechisch* |
    ungarisch* | latein* | ukrainisch* | rumänisch*`,
  FRENCH_NAME: `
    anglais* | allemand* | français* | espagnol* | italien* | portugais* | néerlandais* | polonais* | russe | chinois* | japonais* | coréen* |
    arabe | turc* | suédois* | danois* | norvégien* | finnois | grec* | tchèque | hongrois* | latin | ukrainien* | roumain*`,
  SPANISH_NAME: 'inglés | alemán | francés | español | italiano | portugués | neerlandés | polaco | ruso | chino | japonés',
}

export const translation = findCues(
  [
    {
      weight: 4,
      words: {
        en: `
          ^translat* | translat* this | translat* the | translat* into | translat* to | translation of | how do you say | how do i say |
          how would you say | ENGLISH_NAME version of | ENGLISH_NAME translation | ENGLISH_NAME word for | put … into ENGLISH_NAME |
          turn … into ENGLISH_NAME | what does … mean in ENGLISH_NAME | what's … in ENGLISH_NAME`,
        de: `
          übersetz* | wie sagt man | wie sage ich | heißt … auf GERMAN_NAME | bedeutet … auf GERMAN_NAME | GERMAN_NAME übersetzung |
          GERMAN_NAME fassung von`,
        fr: `
          tradui* | traduction | comment dit-on | comment dire | comment on dit | comment se dit | veut dire … en FRENCH_NAME |
          mettre … en FRENCH_NAME | mets … en FRENCH_NAME | passe … en FRENCH_NAME | version FRENCH_NAME`,
        es: 'traduc* | tradúc* | cómo se dice | significa … en SPANISH_NAME',
      },
    },
    {
      weight: 1.5,
      words: {
        en: 'the ENGLISH_NAME | ENGLISH_NAME for | in ENGLISH_NAME | into ENGLISH_NAME | to ENGLISH_NAME',
        de: 'das GERMAN_NAME wort | auf GERMAN_NAME | ins GERMAN_NAME | in GERMAN_NAME | aus dem GERMAN_NAME | vom GERMAN_NAME',
        fr: "en FRENCH_NAME | de l'FRENCH_NAME | vers l'FRENCH_NAME | du FRENCH_NAME",
        es: 'al SPANISH_NAME | en SPANISH_NAME',
      },
    },
  ],
  INTO,
)

export const summary = findCues([
  {
    weight: 4,
    words: {
      en: `
        need to know | what do i need to know | the essentials | in short | what is this about | what's this about | what does this say | what's the point of | main message | main takeaways | bullet points from | summar* | tl;dr | tldr | key points | key takeaways | takeaways | main points | main ideas | the gist | gist of | condense |
        boil … down | in a nutshell | recap | executive summary | abstract of | the short version | sum up | sum … up`,
      de: `
        was muss ich wissen | kurz gesagt | das wesentliche | wesentlichen punkte | worum geht's | worum es geht | hauptpunkte | in zwei sätzen | in drei sätzen | in einem satz | was steht in | zusammenfass* | fass* … zusammen | zusammengefasst | kurzfassung | kernaussage* | kernpunkte | hauptaussage* | das wichtigste |
        wichtigste* punkte | wichtigsten punkte | auf den punkt | stichpunkt* | kurz und knapp | worum geht es in | worum geht es hier |
        eindampf* | dampf* … ein | quintessenz`,
      fr: `
        de quoi parle | de quoi s'agit | ce qu'il faut retenir | ce qu'il faut savoir | en résumé | en quelques mots | grandes lignes | version abrégée | idée principale | en une phrase | en deux phrases | résum* | synthès* | synthétis* | points essentiels | points clés | points principaux | points importants | idées principales |
        idées clés | l'essentiel | en bref | condens* | que dit cet* | que dit ce | que faut-il retenir | que retenir | à retenir |
        version courte`,
      es: 'resum* | puntos clave | puntos principales | síntesis | ideas principales | lo esencial',
    },
  },
])

/** Correcting and rephrasing a text that is there. */
export const editing = findCues([
  {
    weight: 3,
    words: {
      en: `
        clearer | smoother | tighten | is this correct | is this sentence | check this sentence | what's wrong with this sentence | sounds better | more concise | tone down | more professional | improve my | improve this | proofread* | proof-read* | copyedit | rephrase* | reword* | paraphrase* | correct … spelling | correct … grammar |
        correct … mistakes | correct … sentence | correct … text | correct … email | fix … grammar | fix … spelling | fix … typos |
        fix … commas | check … spelling | check … grammar | grammar check | spelling mistakes | rewrite this | rewrite the | rewrite my |
        ^rewrite | polish this | polish my | improve the wording | improve this text | make … sound | make this … more |
        make this … less | make it … more | make this shorter | make it shorter | make this … shorter | shorten this | shorten the |
        shorten my | sound more | less formal | more formal* | more politely | more polite | friendlier`,
      de: `
        glätt* | sprachlich | richtig geschrieben | stimmt der satz | ist der satz | eleganter | professioneller | verbessere | klingt besser | liest sich | korrigier* | korrektur* | rechtschreib* | zeichensetzung | tippfehler | lektor* | umformulier* | formulier* … um | umschreib* |
        schreib* … um | freundlicher | höflicher | formeller | förmlicher | lockerer | sachlicher | überarbeite* | anders formulier* |
        besser formulier* | einfacher formulier* | klarer formulier* | glätte | kürze … auf | kürze diesen | kürze den | kürze das | kürze diese |
        kürzer formulier* | verbesser* … satz | verbesser* … text | verbesser* … stil | grammatik … prüf* | prüf* … grammatik`,
      fr: `
        plus court* | plus clair* | bien écrit | cette phrase est | ma phrase | plus professionnel* | plus élégant* | améliore | mieux tourné* | mieux dit | corrige … fautes | corrig* … texte | corrig* … phrase | corrig* … mail | corrig* … orthographe | corrig* … lettre | les fautes |
        orthographe | reformul* | réécri* | relis* | relire | relecture | plus formel* | plus poli* | plus aimable* | plus courtois* |
        plus simple*ment | améliore … style | améliore … texte | améliore … phrase | raccourci* | rends … plus | moins formel* |
        ton plus | style plus`,
      es: 'corrige … ortografía | reformula* | reescrib* | más formal | más amable',
    },
  },
])

/** Sorting something into given classes. */
export const classifying = findCues([
  {
    weight: 4,
    words: {
      en: `
        classif* | categori* | sentiment | positive or negative | positive, negative | positive, neutral | spam or | which category |
        which label | label … as | true or false | fact or opinion`,
      de: `
        klassifizier* | ordne … zu | ordne … ein | einer kategorie | welche kategorie | welcher kategorie | positiv oder negativ |
        positiv, negativ | positiv, neutral | stimmung dieser | wahr oder falsch | richtig oder falsch | spam oder | einordnen`,
      fr: `
        classe … dans | classe … selon | classe … parmi | classifi* | catégori* | positif ou négatif | positive ou négative |
        positif, négatif | quel sentiment | vrai ou faux | spam ou`,
      es: 'clasific* | positivo o negativo | verdadero o falso',
    },
  },
])
