import { findCues } from '../cue.ts'

/** Steps in a stated order. */
export const steps = findCues([
  {
    weight: 1,
    words: {
      en: `
        first | firstly | first of all | then | next | after that | afterwards | following that | finally | lastly | in the end | at the end |
        once done | once that is done | when done | based on that | based on the result | from that | with the result | in a second step |
        second | third | to finish | step one | step two | step three`,
      de: `
        zuerst | zunächst | als erstes | erstens | zweitens | drittens | dann | danach | anschließend | daraufhin | im anschluss | daraus |
        abschließend | zuletzt | zum schluss | am ende | schließlich | als nächstes | im zweiten schritt | im nächsten schritt | wenn das fertig`,
      fr: `
        d'abord | tout d'abord | premièrement | deuxièmement | ensuite | puis | après cela | après quoi | enfin | finalement | pour finir |
        en dernier | à la fin | à partir de | une fois | dans un second temps | pour terminer`,
      es: 'primero | después | luego | finalmente | por último',
    },
  },
])

/** Numbered steps: "Step 2", "Étape 2 :", "2." at the start of a line. */
export const NUMBERED_STEP = /(?:(?<![\p{L}])(?:step|schritt|étape|paso|phase)\s*(\d)|^\s*(\d)[.)]\s+\p{L})/gimu

/** Several roles that are to talk and to agree. */
export const roles = findCues([
  {
    weight: 1,
    words: {
      en: `
        debate | discuss* | argue | negotiate* | team of | as a team | a team | panel | round table | roundtable | council | committee of | experts |
        specialists | together | agree on | come to an agreement | joint | consensus | each other | take turns | roles | role-play |
        optimist | pessimist | sceptic | skeptic | lawyer | economist | engineer | designer | architect | developer | reviewer | tester |
        marketer | scientist | product manager | critic | collaborate | work together | divide the work | split the work | persona*`,
      de: `
        diskutier* | debattier* | debatte | streiten | verhandel* | team | als team | runde | expertenrunde | gremium | expert* | fachleute |
        gemeinsam | zusammen | einigen | einigung | konsens | miteinander | rollen | optimist* | pessimist* | skeptiker* | jurist* | anwält* |
        ökonom* | ingenieur* | designer* | architekt* | entwickler* | prüfer* | tester* | wissenschaftler* | kritiker* | arbeitsteilung |
        aufteilen | arbeitet`,
      fr: `
        débat* | discut* | argument* | négoci* | équipe | en équipe | table ronde | comité | panel | experts | expertes | spécialistes | ensemble |
        s'accord* | se mettre d'accord | se mettent d'accord | consensus | rôles | optimiste | pessimiste | sceptique | juriste | avocat* |
        économiste | ingénieur* | designer | architecte | développeur* | relecteur | relectrice | testeur | scientifique | critique |
        nutritionniste | cuisinier | répartis* | collabor* | entre eux`,
      es: 'debat* | discut* | equipo | expertos | consenso | juntos',
    },
  },
  {
    weight: 1.5,
    words: {
      en: 'let an * | let a * | have an * and a * | have a * and a * | joint recommendation | agree on a | agree on one | multiple experts | several experts',
      de: 'lass* einen | lass* eine | stellt ein team | stell* ein team | sollen gemeinsam | mehrere expert* | sich auf ein* | verschiedene rollen',
      fr: "réunis | fais débattre | fais dialoguer | plusieurs experts | qu'ils débattent | qu'elles débattent | recommandation commune | mettez-vous d'accord",
      es: 'varios expertos',
    },
  },
])

/** Wide research: a search … */
export const research = findCues([
  {
    weight: 1,
    words: {
      en: `
        research | search | investigate | survey | literature review | review the literature | what is known | state of the art | compile |
        gather | collect | deep dive | in-depth | find out | look into | across`,
      de: `
        recherchier* | recherche | durchsuch* | untersuch* | literaturüberblick | stand der forschung | was bekannt ist | zusammentragen |
        trage … zusammen | stelle … zusammen | sammle | sichte | auswert* | erfahrungen mit`,
      fr: `
        recherche | recherches | enquête | état de l'art | revue de littérature | rassemble | compile | recueille | approfondie | parcours |
        ce que l'on sait | explore`,
      es: 'investiga* | busca | recopila',
    },
  },
])

/** … over several kinds of sources. */
export const sourceKinds = findCues([
  {
    weight: 1,
    words: {
      en: 'arxiv | github | wikipedia | reddit | hacker news | forums | blogs | news | papers | studies | journals | patents | press | books | pubmed | social media | official statistics | sources',
      de: 'arxiv | github | wikipedia | reddit | foren | blogs | nachrichten | fachartikel* | studien | zeitschriften | patente* | presse | bücher* | zeitungen | statistiken | quellen',
      fr: 'arxiv | github | wikipédia | reddit | forums | blogs | presse | articles scientifiques | études | revues | brevets | journaux | livres | statistiques | sources | actualités',
      es: 'arxiv | github | wikipedia | foros | noticias | artículos | estudios | prensa | fuentes',
    },
  },
])

/** Work over weeks that is taken up again. */
export const longLived = findCues([
  {
    weight: 1,
    words: {
      en: `
        over the next | in the coming | for the next | coming weeks | coming months | next weeks | next months | next few weeks | next few months |
        weeks | months | every week | each week | weekly | every month | keep track | track of | track my progress | take it up again |
        pick up where | where we left off | remember our | remember what | long-term | ongoing | milestones | open decisions | my project |
        until the deadline | accompany me | project manager | over several`,
      de: `
        in den nächsten | in den kommenden | über die nächsten | die kommenden | wochen | monate | monaten | jede woche | jeden monat | wöchentlich |
        festhalten | begleite | begleiten | merken | merk dir | behalte … im blick | im auge behalten | weitermachen | aufgehört haben |
        langfristig* | meilensteine* | fortschritt* | offene entscheidungen | über mehrere | laufendes | dranbleiben`,
      fr: `
        au cours des prochain* | dans les prochain* | pendant les prochain* | prochaines semaines | prochains mois | semaines | mois | chaque semaine | chaque mois |
        suivi | suivre | garde une trace | garde trace | souviens-toi | reprendre | reprenons | là où | à long terme | jalons | accompagne* |
        au fil des | avancement | progrès | décisions en suspens`,
      es: 'próximas semanas | próximos meses | cada semana | seguimiento | a largo plazo',
    },
  },
])

/** A choice among stated answers: "A) … B) … C) …". */
export const MULTIPLE_CHOICE = /(?:^|[\s(])[A-Da-d][).:]\s*\S[\s\S]*?(?:^|[\s(])[B-Db-d][).:]\s*\S[\s\S]*?(?:^|[\s(])[C-Dc-d][).:]\s*\S/u
/** Asks for one word out of two. */
export const YES_OR_NO = /(?:yes or no|ja oder nein|oui ou non|sí o no|true or false|wahr oder falsch|vrai ou faux)/iu
