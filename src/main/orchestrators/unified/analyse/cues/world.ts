import { findCues } from '../cue.ts'

/** The point in time that a question is about is now. */
export const now = findCues([
  {
    weight: 1,
    words: {
      en: `
        this monday | this tuesday | this wednesday | this thursday | this friday | this saturday | this sunday | on sunday | on saturday | next train | next bus | next flight | now | right now | today | today's | tonight | tomorrow | tomorrow's | yesterday | this morning | this evening | this week |
        this weekend | this month | this year | last night | last week | last weekend | next week | currently | at the moment | live |
        these days | so far this | just now | as of today | still open`,
      de: `
        diesen montag | diesen freitag | diesen samstag | diesen sonntag | am sonntag | am samstag | nächste zug | nächste bus | jetzt | gerade | heute | heutige* | heute abend | morgen | gestern | gestern abend | diese woche | dieser woche | dieses wochenende |
        am wochenende | diesen monat | dieses jahr | letzte nacht | letzte woche | nächste woche | im moment | momentan | zurzeit |
        zur zeit | derzeit* | live | eben | gegenwärtig | aktuell`,
      fr: `
        ce lundi | ce vendredi | ce samedi | ce dimanche | prochain train | prochain bus | prochain vol | maintenant | en ce moment | aujourd'hui | ce soir | ce matin | demain | hier | hier soir | cette semaine | ce week-end | ce mois-ci |
        cette année | la nuit dernière | la semaine dernière | la semaine prochaine | actuellement | en direct | à l'instant | cet après-midi`,
      es: 'ahora | hoy | mañana | ayer | esta semana | este fin de semana | actualmente | anoche',
    },
  },
  {
    weight: 1.25,
    words: {
      en: 'current | latest | newest | most recent | up-to-date | up to date | breaking | recently | recent',
      de: 'aktuelle* | aktuellen | neueste* | neuesten | letzten meldungen | jüngste* | kürzlich | neue | neuen',
      fr: `actuel* | actualités | dernier* nouvelles | dernières | derniers | récent* | à jour | nouveau* | nouvelle*`,
      es: 'actual | últimas | últimos | reciente*',
    },
  },
])

/** What changes from day to day. */
export const volatile = findCues([
  {
    weight: 2,
    words: {
      en: `
        weather in | weather for | the weather | weather forecast | will it rain | is it raining | going to rain | umbrella | exchange rate |
        stock price | share price | bitcoin price | price of bitcoin | traffic on | headlines | opening hours of | pollen count | snow report`,
      de: `
        wetter in | wetter am | das wetter | wettervorhersage | regnet es | wird es regnen | regenschirm | wechselkurs | aktienkurs |
        börsenkurs | schlagzeilen | verkehrslage | staus auf | stau auf | kurs der | kurs von | spritpreis* | benzinpreis*`,
      fr: `
        temps fait-il | temps fera-t-il | la météo | météo à | météo pour | va-t-il pleuvoir | pleut-il | taux de change | cours de l'action |
        cours du | cours de la bourse | gros titres | bouchons sur | prix de l'essence | horaires d'ouverture`,
      es: 'el tiempo en | qué tiempo hace | tipo de cambio | titulares',
    },
  },
  {
    weight: 1.5,
    words: {
      en: `
        storm warning* | warnings for | storm | fuel price* | gas price* | diesel | petrol | exchange rates | who leads | leading the | leader of | polls | lineup | trains running | is open | sold out | in stock | price of | prices | cost of gas | bitcoin | ethereum | crypto | stock | stocks | shares | nasdaq | dow jones | score | scores | match |
        game | standings | won | winning | election results | poll* | president of | prime minister | chancellor | ceo of | king of |
        mayor of | news | released | came out | coming out | strike | delays | delayed | departures | arrivals | flight | flights | train status |
        playing at | in theaters | in theatres | concert | concerts | events | open | opening hours | traffic | temperature | rain | snow |
        inflation rate | interest rates | population of | version of | release of | trending | top charts | box office | earthquake | outage`,
      de: `
        unwetter* | warnung* | diesel | benzin | führt | tabellenführer | spitze der | fährt | fahren | ausverkauft | lieferbar | sturm | pollen* | wer regiert | preis | preise | dollar | goldpreis | aktie* | dax | bitcoin | spielstand | spiel | tabelle der | bundesliga | gewonnen | ergebnis der |
        ergebnisse | umfrage* | präsident* | bundeskanzler* | ministerpräsident* | chef von | nachrichten | erschienen | erscheint |
        herausgekommen | streik* | streikt | verspätung* | abfahrt* | ankunft | flug | flüge | im kino | konzert* | veranstaltung* | geöffnet |
        öffnungszeiten | verkehr | temperatur | regen | schnee | leitzins | inflationsrate | version von | störung* | erdbeben | stau |
        wahl* | zugverbindung*`,
      fr: `
        cours de | cours des | prix de | prix du | alerte* | tempête | gazole | essence | carburant | en tête | leader du | billets | rupture de stock | disponible | grêve | intempéries | pollen | qui dirige | prix | bourse | action | cac 40 | bitcoin | dollar | score | match | classement | gagné | remporté | résultat* des | sondage* |
        président* | premier ministre | première ministre | maire de | pdg de | patron de | nouvelles | actualité* | sorti* | sortent | sort |
        grève* | retard* | départs | arrivées | vol | vols | au cinéma | concert* | événements | ouvert* | horaires | circulation | température |
        pluie | neige | inflation | version de | panne* | séisme | élection* | trains`,
      es: 'precio* | partido | ganó | noticias | presidente | primer ministro | huelga | horario* | cartelera',
    },
  },
  {
    weight: 1,
    words: {
      en: 'is there | are there | any | how much is | how much does | how much are | who is the',
      de: 'gibt es | gibt’s | was kostet | was kosten | wie teuer | irgendwelche | wer ist der | wer ist die',
      fr: "y a-t-il | il y a | est-ce qu'il y a | combien coûte* | quel est le prix | qui est le | qui est la",
    },
  },
])

/** Things that only a tool can reach or do. */
export const reach = findCues([
  {
    weight: 2,
    words: {
      en: `
        search the web | search online | search the internet | google it | ^google | look online | look it up online | look up online | browse |
        ^look up | on the internet | find online | web search | ^search | my calendar | my inbox | my emails | my mailbox | my drive | my desktop |
        my downloads | my documents folder | my folder | my files | my repository | my repo | my project folder | in this folder |
        in the folder | on my computer | on my laptop | on my disk | our database | our wiki | the attached link | this link | this url |
        this website | this page online | ^send an | ^send a | ^send | ^email | ^text | ^book a | ^book me | ^order | ^schedule | ^remind me |
        set a reminder | set an alarm | set a timer | ^turn on | ^turn off | ^play | ^open the | ^open my | ^run the | ^run my | ^run this |
        ^execute | ^delete the file | ^delete all | ^rename the file* | ^create a file | ^save this | ^download | ^upload | ^deploy | ^call |
        ^check my | ^check the website | ^fetch | ^query the | ^commit | ^install | ^move the file* | ^read the file | ^list the files |
        ^list all files | ^post this | ^add to my | ^pay | ^print the file`,
      de: `
        im internet | im netz | online nach | such* online | ^google | ^suche | ^such | ^recherchiere | durchsuch* | schau … nach | ^schau online |
        mein* kalender | mein* postfach | mein* posteingang | mein* e-mails | mein* mails | mein* ordner | mein* dateien | mein* festplatte |
        mein* projekt | mein* projektordner | mein* repository | mein* rechner | mein* computer | mein* laptop | unserer datenbank |
        unserem wiki | diesen link | diese webseite | diese seite im netz | ^schick* | ^sende | ^verschick* | ^maile | ^buche | ^reservier* |
        ^bestell* | erinner* mich | ^stell* einen wecker | stelle einen timer | ^trag* | ^öffne | ^führ* … aus | ^starte | ^lösch* |
        ^benenne … um | ^lade | ^speicher* | ^lies die datei | ^lies meine | ^prüfe mein* | ^ruf* | ^installier* | ^schalte … ein |
        ^schalte … aus | ^mach … an | ^spiel* | ^liste … dateien | ^zeig … dateien | ^verschiebe`,
      fr: `
        sur internet | sur le web | en ligne | sur google | ^cherche | ^recherche | recherche approfondie | ^trouve sur | mon agenda |
        mon calendrier | ma boîte mail | ma messagerie | mes mails | mes courriels | mon dossier | mes dossiers | mes fichiers | mon disque |
        mon projet | mon dépôt | mon ordinateur | notre base de données | notre wiki | ce lien | cette page web | ce site | ^envoie* |
        ^envoyez | ^réserve* | ^commande | ^rappelle-moi | ^programme un | mets un rappel | mets une alarme | ^ouvre | ^ouvrez | ^exécute* | ^lance |
        ^lancez | ^supprime | ^efface | ^renomme | ^télécharge* | ^enregistre | ^lis le fichier | ^vérifie mon | ^vérifie mes | ^appelle |
        ^installe | ^allume | ^éteins | ^joue | ^déplace | ^ajoute … agenda | ^liste … fichiers | ^consulte`,
      es: `
        en internet | en línea | ^busca | mi calendario | mi correo | mis archivos | ^envía | ^manda | ^reserva | ^abre | ^ejecuta | ^recuérdame`,
    },
  },
])

/** Says that the answer has to be right. */
export const precision = findCues([
  {
    weight: 2,
    words: {
      en: `
        has to be right | must be right | must be correct | has to be correct | needs to be correct | needs to be accurate | double-check |
        double check | make sure it* | make sure that it* | be sure | be certain | absolutely sure | absolutely certain | no mistakes |
        without mistakes | without errors | 100% sure | 100% certain | very accurate | must not be wrong | can't be wrong | cannot be wrong |
        cross-check | i rely on | rely on it | verified answer | verify your answer | verify the answer | reliable answer | life depends |
        critical that | legally binding`,
      de: `
        muss stimmen | muss richtig sein | muss korrekt sein | muss genau sein | unbedingt richtig | verlassen können | darauf verlassen |
        überprüfe deine | überprüf* die antwort | prüfe doppelt | doppelt prüfen | sei dir sicher | ganz sicher | absolut sicher |
        hundertprozentig | 100 % sicher | 100% sicher | fehlerfrei | keine fehler | ohne fehler | verlässlich* | geprüfte antwort | belastbar* |
        rechtssicher*`,
      fr: `
        doit être juste | doit être exact* | doit être correct* | doit être fiable | réponse vérifiée | réponse sûre | réponse fiable |
        réponse exacte | vérifie bien | vérifie ta réponse | vérifie deux fois | sois sûr* | absolument sûr* | être certain* | sûr à 100 | sans erreur |
        aucune erreur | pas d'erreur | fiable à 100 | compter dessus | m'y fier`,
      es: 'tiene que ser correcto | verifica | sin errores | respuesta segura',
    },
  },
])
