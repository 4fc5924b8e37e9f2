import { findCues } from '../cue.ts'

/** Weighing up, advice, judgement: many good answers. */
export const weighing = findCues([
  {
    weight: 3,
    words: {
      en: `
        either … or | help us think | help me think | think it through | what are my options | worth the effort | worth buying | overkill | unsure | not sure if | not sure whether | undecided | convince me | in my place | in my shoes | your take | your view | good idea to | bad idea |
        how would you decide | which would you pick | thinking about switching | i'm thinking about | i am thinking about | we are thinking about | i'm considering |
        we are considering | make sense to | does it make sense | is it wise | is it smart | thoughts | ethical* | what matters more | how would you choose | should i | should we | should my | should our | pros and cons | advantages and disadvantages | trade-off* | tradeoff* |
        is it worth | worth it | what would you do | would you recommend | what do you recommend | your opinion | what do you think |
        help me decide | help me choose | am i right to | which is better | is it better | better to | for and against | arguments for |
        arguments against | weigh up | devil's advocate | make a case | critique | swot | can't decide | torn between | give me advice |
        any advice | advise me | weaknesses of | risks of our | poke holes | recommendation`,
      de: `
        entweder … oder | hilf mir … denken | welche möglichkeiten habe ich | der mühe wert | rentiert sich | lohnt | was denkst du | wie würdest du | wie würden sie | an meiner stelle | bin unsicher | unsicher, ob | ich überlege | wir überlegen |
        schwanke zwischen | gute idee | schlechte idee | ergibt es sinn | macht es sinn | sinnvoll | ratsam | deine einschätzung | hin- und hergerissen | was ist klüger | soll ich | sollen wir | sollte ich | sollten wir | vor- und nachteile | vorteile und nachteile | pro und contra | pro und kontra |
        spricht für | spricht gegen | spricht dafür | spricht dagegen | lohnt es sich | lohnt sich | was würdest du | was würden sie |
        was hältst du | deine meinung | was meinst du | was rätst du | rätst du mir | hilf mir … entscheid* | ist es besser |
        was ist besser | lieber | bewerte* … kritisch | bewerte unser* | bewerte mein* | schätze … ein | wäge … ab | abwäg* |
        argumente für | argumente gegen | schwächen | kann mich nicht entscheiden | kritisch | empfiehlst du | würdest du empfehlen |
        stärken und schwächen | ratschlag | einen rat`,
      fr: `
        soit … soit | ou bien | vaut la peine | vaille la peine | quelles options | en vaut | est-ce rentable | je me demande si | nous hésitons | à ma place | que choisir | lequel choisir | laquelle choisir | bonne idée | judicieux | raisonnable |
        as-tu un conseil | un conseil | des conseils | que décider | convaincs | je réfléchis à | qu'en penses-tu | qu'en pensez-vous | tu ferais quoi | dois-je | devrais-je | devons-nous | devrait-on | devrions-nous | faut-il | vaut-il mieux | vaut mieux |
        avantages et les inconvénients | avantages et inconvénients | le pour et le contre | pour et contre | arguments pour |
        arguments contre | que ferais-tu | que feriez-vous | que me conseilles | que conseilles-tu | que me recommandes | ton avis |
        votre avis | que penses-tu | que pensez-vous | aide-moi à choisir | aide-moi à décider | aide-moi à me décider | ça vaut le coup |
        vaut-il le coup | vaut-il la peine | est-ce une bonne idée | j'hésite | évalue | critique | peser | points faibles |
        forces et faiblesses | recommandation`,
      es: 'debería | deberíamos | ventajas y desventajas | pros y contras | qué me recomiendas | vale la pena',
    },
  },
  {
    weight: 1,
    words: {
      en: `
        better | decide | decision | choose | compare | versus | vs | evaluate | assess | strategy | dilemma | accept`,
      de: 'besser | entscheid* | wählen | vergleich* | beurteil* | dilemma | strategie | geschäftsidee',
      fr: 'mieux | décid* | décision | choisir | compar* | stratégie | dilemme | accepter',
      es: 'mejor | elegir | comparar',
    },
  },
])

/** Text to be made: genres say more than verbs do. */
export const writing = findCues([
  {
    weight: 3,
    words: {
      en: `
        announcement | congratulation* | condolence* | excuse note | sick note | thank-you | think up | think of * names | wish* for | icebreaker* | quiz questions | party games | agenda for | card for | farewell card | * card | thank-you note | thank you note | a note to | a note for | something nice for | something funny for | something heartfelt |
        a few lines | pitch for | a bio | tell me a story | a tale | story about | story where | monologue | nursery rhyme | a verse | video script | description for |
        post about | post for | an ad for | flyer | brochure | resignation letter | reference letter | testimonial | a scene | a chapter | poem* | limerick | haiku | sonnet | short story | a story | bedtime story | fairy tale | lyrics | a song | a rap | essay |
        cover letter | blog post | newsletter | speech | a toast | eulogy | slogan* | tagline* | headline* | press release | caption* |
        tweet* | linkedin post | instagram | product description | brainstorm* | gift ideas | ideas for | ideas how | ideas to |
        some ideas | names for | name for | titles for | itinerary | packing list | wedding vows | vows | job ad | job description |
        out-of-office | birthday card | birthday wishes | greeting card | screenplay | dialogue between | monologue | workout plan |
        meal plan | training plan | study plan | lesson plan | come up with | motto`,
      de: `
        ankündigung | entschuldigung für | entschuldigungsschreiben | überleg dir | überlege dir | lass dir … einfallen | fällt dir … ein | wünsche für | glückwünsche | abschiedsgruß | danke sagen | quizfragen | zeilen für | nette zeilen | ein paar zeilen | karte für | karte an | dankeskarte | danksagung | *spruch | sprüche | erzähle eine | erzähl mir eine geschichte | verse |
        beschreibung für | post für | beitrag für | flyer | kurzbiografie | lebenslauf | kündigungsschreiben | bewerbung | text für | einen namen | gedicht* | limerick | haiku | reim* | kurzgeschichte | geschichte über | eine geschichte | gutenachtgeschichte | märchen |
        liedtext | songtext | aufsatz | essay | anschreiben | bewerbungsschreiben | motivationsschreiben | blogbeitrag | blogartikel |
        newsletter | rundbrief | eine rede | trinkspruch | trauerrede | hochzeitsrede | festrede | grußkarte | geburtstagskarte |
        glückwunsch* | slogan* | werbespruch | werbetext | überschrift* | pressemitteilung | stellenanzeige | kleinanzeige |
        produktbeschreibung | ideen für | paar ideen | geschenkideen | geschenkidee | namen für | name für | titel für | reiseplan |
        trainingsplan | speiseplan | essensplan | lernplan | packliste | einladung* | dialog zwischen | abwesenheitsnotiz | motto |
        beileid* | wochenplan | zeugnis*text | vorschläge für | vortrag`,
      fr: `
        mot d'excuse | mot de * | félicitations | annonce de | trouve-moi * idées | imagine | souhaits | pot de départ | quiz sur | jeux pour | raconte | une carte | carte pour | mot pour | petit mot | quelques lignes | texte sympa | texte pour | comptine | biographie | publication pour | affiche |
        lettre de démission | un cv | blague sur | une scène | un nom | poème* | haïku | limerick | sonnet | conte | un conte | une histoire | nouvelle sur | paroles | chanson | dissertation |
        rédaction | lettre de motivation | lettre | article de blog | billet de blog | lettre d'information | infolettre | discours |
        éloge | slogan* | accroche* | titres | un titre | communiqué | légende pour | réseaux sociaux | fiche produit | idées de |
        idées pour | des idées | noms pour | nom pour | un nom de | itinéraire | programme d'entraînement | menu | menus | invitation |
        faire-part | vœux | carte de vœux | offre d'emploi | annonce pour | petite annonce | dialogue entre | scénario |
        pièce de théâtre | message d'absence | remue-méninges | devise | condoléances | planning`,
      es: 'poema | cuento | una historia | ensayo | discurso | eslogan | carta | ideas para | nombres para',
    },
  },
  {
    weight: 2,
    words: {
      en: `
        ^write | ^draft | ^compose | write me | write a | write an | write to | draft a | draft an | suggest | ^plan | plan a | plan my |
        plan our | ^invent | make up a | ghostwrite | email to | e-mail to | an email | an e-mail | letter to | a letter | reply to |
        message to | text message | complaint to | article about | article on | ^email | ^text | invitation | apology | cookbook | a report | a book |
        a novel | a chapter | outline`,
      de: `
        schreib* | verfass* | entwirf | entwerf* | formulier* | dicht* mir | erfinde* | denk dir | ausdenken | plane | planen | brief |
        brief an | *brief | e-mail an | eine e-mail | eine mail | nachricht an | antwort auf | artikel über | artikel zu | beschwerde* |
        entschuldigung* | kündigung | vorschlag | vorschläge | gliederung | rede | konzept für | kapitel | bachelorarbeit | masterarbeit |
        text für | text über | whatsapp`,
      fr: `
        écri* | rédig* | invent* | compos* | imagin* | propos* | prépar* … un | prépar* … une | un mail | un e-mail | un courriel |
        courriel à | mail à | message pour | message à | un message | réponse à | article sur | réclamation | excuses | suggère* |
        suggestion* | plan de | planifie* | organise | un texte | texte pour | un chapitre | un livre | roman | exposé | cadeau* |
        objet de mail`,
      es: 'escrib* | redact* | inventa | propón | un correo | planea',
    },
  },
  {
    weight: 1,
    words: {
      en: `
        text | paragraph | title | name | names | ideas | post | funny | creative | heartfelt | tone | persuasive`,
      de: 'text | absatz | titel | ideen | lustig* | kreativ* | herzlich* | witzig* | frech | erstelle*',
      fr: 'texte | paragraphe | titre | idées | drôle | créatif* | touchant* | crée',
      es: 'texto | título | ideas',
    },
  },
])

/** Knowledge, explanations, how-to. */
export const facts = findCues([
  {
    weight: 2,
    words: {
      en: `
        explain* | what is | what's | what are | what was | what were | who was | who is | who invented | who wrote | who discovered |
        when did | when was | when is | where is | where was | where are | why is | why are | why do | why does | why did | how does |
        how do | how did | how to | how can i | difference between | define | definition of | meaning of | tell me about | describe how |
        history of | capital of | recipe | recipes | what causes | which country | which planet | what happens | how is | how are … made |
        name the | list the | what year | what kind of | symptoms of | is it true | how long does | how long do | how tall | how big |
        how high | how deep | ingredients | who painted | who founded | can you explain | what did`,
      de: `
        erklär* | was ist | was sind | was war | was waren | wer war | wer ist | wer hat | wer schrieb | wer erfand | wann war |
        wann wurde | wann ist | wann hat | wann begann | wo liegt | wo ist | wo befindet | warum | wieso | weshalb | wie funktioniert |
        wie heißt | wie entsteh* | wie lange | wie hoch | wie tief | wie bekomme | wie kann ich | wie mache | wie macht man |
        wie reinig* | unterschied zwischen | was bedeutet | bedeutung von | definition | erzähl mir | beschreibe | geschichte der |
        geschichte des | hauptstadt | rezept | welches land | welcher planet | welche kündigungsfrist | woher | woraus | woran erkenn* |
        wie wird | wie werden | nenne | symptome | stimmt es | was passiert | zutaten | was versteht man | in welchem jahr |
        welche frist | was tun`,
      fr: `
        expliqu* | qu'est-ce qu* | c'est quoi | quelle est | quel est | quels sont | quelles sont | qui a | qui est | qui était |
        qui fut | quand a | quand est | quand ont | où se trouve | où est | pourquoi | comment fonctionne* | comment marche* |
        comment faire | comment fait-on | comment se | comment nettoyer | différence entre | définition | définis | que signifie |
        parle-moi d* | décris | histoire de | capitale | recette | quel pays | quelle planète | en quelle année | à quoi sert |
        d'où vient | que se passe | est-il vrai | cite | symptômes | ingrédients | combien de temps | quelles étaient`,
      es: 'explica* | qué es | quién | cuándo | dónde | por qué | cuál es | cómo funciona | capital de | receta | diferencia entre',
    },
  },
  {
    weight: 1,
    words: {
      en: '^who | ^what | ^when | ^where | ^which | ^why | ^how | about | report | sources',
      de: '^wer | ^was | ^wann | ^wo | ^welche* | ^wie | ^wem | ^wen | unterschied | quellen',
      fr: '^qui | ^que | ^quoi | ^quand | ^où | ^quel* | ^comment | différence | sources',
      es: '^qué | ^cómo | ^cuál*',
    },
  },
])

/** Small talk. Counts in short requests alone. */
export const smallTalk = findCues([
  {
    weight: 3,
    words: {
      en: `
        good to see you | glad you | you're great | you're funny | just testing | testing | test | are you awake | still there | you there | whatever | nice | wow | hmm | no idea | got it | understood | it doesn't work | it does not work | doesn't work | not working | it's broken | and now | hi | hello | hey | hiya | yo | good morning | good evening | good night | good afternoon | thanks | thank you | thx | cheers |
        bye | goodbye | see you | how are you | how do you do | how's it going | what's up | sup | nice to meet you | i feel |
        i'm feeling | i'm bored | i'm sad | i'm tired | i'm lonely | i'm so | i am bored | i am sad | i had a | my day | talk to me |
        chat with me | let's chat | who are you | are you human | are you real | are you a robot | are you there | what can you do |
        what are you | help me | never mind | nevermind | ok | okay | cool | great | lol | haha | good job | well done | you're welcome |
        sorry | tell me a joke | a joke | happy birthday | i love you | do you like | do you have feelings | your name | your favourite |
        your favorite`,
      de: `
        schön, dass | freut mich | bist du da | du bist | alles klar | verstanden | ach so | egal | test | passt | jo | na gut | mach's gut | gern geschehen | liebe grüße | es geht nicht | geht nicht | funktioniert nicht | klappt nicht | und jetzt | hallo | hi | hey | moin | servus | grüß gott | guten morgen | guten tag | guten abend | gute nacht | danke | dankeschön |
        vielen dank | tschüss | tschau | bis später | bis morgen | bis bald | wie geht | wie geht's | wie gehts | na | ich fühle mich |
        mir ist langweilig | ich bin traurig | ich bin müde | ich bin einsam | ich bin so | ich hatte | mein tag | wer bist du |
        bist du ein | was kannst du | hilfe | kannst du mir helfen | schon gut | ok | okay | super | prima | toll | haha | gut gemacht |
        entschuldige | erzähl … witz | ein witz | wie heißt du | magst du | dein liebling* | reden wir | lass uns reden | plaudern`,
      fr: `
        t'es là | tu es là | es-tu là | content* de | bien reçu | compris | peu importe | laisse tomber | test | tant pis | ouais | ça roule | bonne soirée | de rien | tu es | ça ne marche pas | marche pas | ça ne fonctionne pas | et maintenant | bonjour | salut | coucou | bonsoir | bonne nuit | bonne journée | merci | au revoir | à demain | à bientôt | à plus | ça va |
        comment vas-tu | comment allez-vous | comment ça va | je me sens | je m'ennuie | je suis triste | je suis fatigué* |
        je suis seul* | j'ai passé une | ma journée | qui es-tu | es-tu un | que sais-tu faire | que peux-tu faire | à l'aide | aide-moi |
        ok | d'accord | super | génial | mdr | bravo | désolé* | une blague | comment t'appelles-tu | tu aimes | ton préféré |
        parle avec moi | discutons | quoi de neuf`,
      es: 'hola | gracias | adiós | buenos días | buenas noches | qué tal | cómo estás',
    },
  },
])
