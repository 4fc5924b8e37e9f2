import { findCues } from '../cue.ts'

const LANGUAGES = `
  python | javascript | typescript | java | kotlin | golang | rust | c++ | c# | php | perl | scala | haskell | elixir | matlab | bash |
  powershell | sql | html | css | scss | react | vue | angular | svelte | next.js | node | node.js | django | flask | fastapi | laravel |
  spring boot | docker* | kubernetes | kubectl | terraform | ansible | git | github action* | gitlab ci | regex* | regexp* | webpack |
  vite | npm | pnpm | postgres* | mysql | sqlite | mongodb | redis | nginx | graphql | numpy | pandas | pytorch | tailwind | makefile |
  cron | crontab | vba | arduino | unity | swift | swiftui | rails | jquery | junit | pytest | jest | vitest`

export const code = findCues([
  { weight: 2.5, words: { names: LANGUAGES } },
  {
    weight: 2,
    words: {
      en: `
        error 500 | 500 error | 404 error | http error | cors | console log | middleware | oauth | jwt | callback* | closure | promise* | await | use effect | react hook | flexbox | media query | virtualenv | venv | pip | pip install | maven | gradle | cargo | ssh | chmod | sudo | macro | vba | pivot table | import error | infinite loop | bubble sort | quicksort | merge sort | recursion | parser | web server | express server | single file app | source code | the code | this code | my code | code review | code snippet | function that | function which | write a function |
        refactor* | debug* | unit test* | test suite | stack trace | stacktrace | segfault | segmentation fault | compile* error |
        compiler | null pointer | memory leak | race condition | pull request | merge conflict | commit message | rebase | rest api |
        api endpoint | endpoint | web api | recursive function | data structure | binary search | linked list | hash map |
        time complexity | object-oriented | shell script | a script | this script | database schema | db schema | sql query | this query |
        webpage layout | regular expression* | command line tool | cli tool | web scraper | chrome extension | discord bot |
        excel formula | cli | dockerfile | re-render* | async | boolean | websocket* | json schema | program prints | program print |
        program that | this program | snippet`,
      de: `
        fehler 500 | fehlercode | konsole | makro | sql | branch | pivot-tabelle | rekursion | sortieralgorithmus | webseite mit | app programmieren | code-schnipsel | api-aufruf | datentyp | server startet | befehl in | quelltext* | quellcode | der code | den code | dieser code | diesen code | programmier* | programm, das | dieses programm |
        eine funktion, die | eine funktion in | skript | skript, das | *skript | unit-test* | komponententest* | modultest* |
        fehlermeldung | stacktrace | zeichenkette* | datenbankschema | datenbankabfrage | sql-abfrage | regulär* ausdruck |
        regulär* ausdrücke | schnittstelle für | programmierschnittstelle | rest-schnittstelle | endpunkt* | refaktor* | kompilier* |
        speicherleck | endlosschleife | schleife | datenstruktur | entwickler … schnittstelle | excel-formel`,
      fr: `
        erreur 500 | erreur 404 | les logs | console | macro | commande git | branche | tableau croisé | récursi* | algorithme de tri | page web | appel d'api | ligne de commande | dans le terminal | code source | le code | ce code | mon code | du code | une fonction qui | fonction … qui | programme qui | ce programme | script |
        tests unitaires | test unitaire | base de données | schéma de base | requête sql | cette requête | expression régulière |
        chaîne de caractères | refactor* | débog* | débug* | compilateur | compilation | message d'erreur | fuite mémoire | boucle infinie |
        structure de données | classe abstraite | interface de programmation | composant | dépôt git | formule excel | une classe`,
      es: `
        código | una función que | función en | programa que | pruebas unitarias | consulta sql | expresión regular | base de datos |
        fallo de compilación | algoritmo`,
    },
  },
  {
    weight: 1,
    words: {
      en: `
        code | coding | function | script | algorithm | class | method | variable | array | string | dictionary | loop | api | json |
        yaml | xml | csv | parse* | commit | branch | repo | repository | deploy* | server | database | schema | query | migration* |
        backend | frontend | component | framework | library | exception | bug | crash* | linux | terminal | localhost | tests | indexes |
        implement* | log file | config* | log`,
      de: `
        code | funktion | programm | algorithmus | klasse | methode | variable* | datenbank* | abfrage | schnittstelle | tabelle |
        server | fehler | absturz | liste | dictionary | container | log | protokolldatei | komponente | bibliothek | implementier* |
        testfälle | api | json | csv | build | konfiguration*`,
      fr: `
        code | fonction | programme | algorithme | classe | méthode | variable* | boucle | requête | serveur | tableau | liste |
        interface | api | json | csv | bibliothèque | implément* | module | architecture | développ* | déploi* | config* | expression`,
      es: 'función | programa | script | clase | servidor | consulta',
    },
  },
])

/** Marks that only code has. */
export const codeMarks: readonly { readonly pattern: RegExp; readonly weight: number; readonly name: string }[] = [
  { pattern: /\b[a-z]{2,}[A-Z][a-z]\w*\b|\b[a-z]+_[a-z_]+\b/u, weight: 2, name: 'an identifier' },
  { pattern: /`[^`\n]{2,}`/u, weight: 1.5, name: 'words set as code' },
  { pattern: /\b[a-zA-Z_]\w*\([^)\n]{0,80}\)(?!\s*=)/u, weight: 1, name: 'a call' },
  { pattern: /=>|::|&&|\|\||!==?|===|\+=|</u, weight: 0.5, name: 'operators' },
  { pattern: /[;{}]\s*$/mu, weight: 1.5, name: 'lines that end as code does' },
  { pattern: /\bSELECT\b[\s\S]{1,300}\bFROM\b/u, weight: 3, name: 'a query' },
  { pattern: /\b(?:def|const|let|var|public|private|import|#include)\s+\w+/u, weight: 1.5, name: 'a declaration' },
  {
    pattern:
      /\b(?:[A-Z]\w*(?:Error|Exception)|exited with code|exit code|undefined is not|segmentation fault|traceback|npm ERR|ENOENT|EACCES|HTTP [45]\d\d)\b/u,
    weight: 3,
    name: 'an error message',
  },
  { pattern: /\b[\w-]+\.(?:js|ts|tsx|py|sh|java|rs|go|rb|php|cpp|cs|ya?ml|toml|sql|css|html|json)\b/u, weight: 1.5, name: 'a source file' },
  { pattern: /\bgit (?:push|pull|commit|rebase|merge|checkout|stash|log|reset)\b/u, weight: 2, name: 'a command' },
]

/** Asks what a program gives out: one right answer. */
export const programOutput = findCues([
  {
    weight: 3,
    words: {
      en: `
        what does … print | what does … output | what does … return | what does … log | what does … evaluate to | what is the output |
        what's the output | what is printed | what gets printed | what will … print | what will … output | what will … return |
        what is logged | what would … print | what would … return | value of … after | output of this | evaluates to | result of running`,
      de: `
        was gibt … aus | was gibt … zurück | was liefert | welche ausgabe | was ist die ausgabe | was steht … in der konsole |
        was wird ausgegeben | was kommt … heraus | welchen wert hat | was druckt | was ergibt … ausdruck`,
      fr: `
        que renvoie | que retourne | qu'affiche | que va afficher | affiche quoi | quelle est la sortie | quelle sera la sortie |
        que vaut | que donne … code | que produit | qu'est-ce qui s'affiche | qu'est-ce que … affiche | quel est le résultat de ce`,
      es: 'qué imprime | qué devuelve | cuál es la salida',
    },
  },
])
