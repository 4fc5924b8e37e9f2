import type { ShippedWords } from './shipped-words.ts'

export const shippedWords: ShippedWords = {
  pipelines: {
    'summarise-and-review': {
      name: 'Zusammenfassen und prüfen',
      description:
        'Fasst einen Text zusammen, lässt die Zusammenfassung an ihm prüfen und bessert sie nur dort aus, wo etwas gefunden wurde.',
    },
    'research-in-parallel': {
      name: 'Nebeneinander recherchieren',
      description: 'Teilt eine Frage auf, geht allen Teilen gleichzeitig nach und führt zusammen, was dafür und was dagegen spricht.',
    },
    'extract-and-validate': {
      name: 'Als JSON auslesen und prüfen',
      description:
        'Liest Personen, Daten und Beträge als JSON aus einem Text, versucht es bei Fehlern noch einmal und prüft es an einem Schema.',
    },
    'draft-and-edit': {
      name: 'Entwerfen und überarbeiten',
      description: 'Schreibt einen Entwurf, lässt ihn gleichzeitig kritisieren und nachprüfen und überarbeitet ihn mit beidem.',
    },
    'each-of-a-list': {
      name: 'Jedes einer Liste',
      description:
        'Teilt die Eingabe in Zeilen, bearbeitet alle gleichzeitig und führt zusammen, was dabei herauskam. Gib je Zeile einen Eintrag an.',
    },
    'until-it-is-good': {
      name: 'Bis es gut ist',
      description: 'Schreibt, bewertet und verbessert einen Text, bis er mindestens 8 von 10 bekommt, höchstens viermal.',
    },
    'ask-before-sending': {
      name: 'Vor dem Senden fragen',
      description: 'Entwirft eine Antwort, zeigt sie einem Menschen und gibt sie nur weiter, wenn er zustimmt.',
    },
    cognitive: {
      name: 'Gründlich durchdenken',
      description:
        'Denkt eine Sache in sechs Schritten durch, die aufeinander bauen: Erinnern, Beachten, Denken, Risiko, Absicht, Handeln.',
    },
  },
  commands: {
    'auto-scale': {
      description:
        'Plant Kapazität, die der Last folgt: Prognose, Grenzen jedes Teils, Regeln zum Skalieren, Kosten, ein Lasttest und ein Weg zurück.',
      hint: '<das System, seine Last und worauf es läuft>',
    },
    cognitive: {
      description:
        'Denkt eine Sache in sechs Schritten durch, die aufeinander bauen: Erinnern, Beachten, Denken, Risiko, Absicht, Handeln.',
      hint: '<eine Frage, eine Lage oder eine Entscheidung>',
    },
    'commit-message': {
      description: 'Schreibt die Nachricht zu einer Änderung: eine ehrliche Zeile, und das Warum, wo es nicht auf der Hand liegt.',
      hint: '<Diff oder Beschreibung>',
    },
    decide: {
      description:
        'Bereitet eine Entscheidung vor: Möglichkeiten, Kosten, Risiken, Beteiligte und Gegengründe zugleich, dann ein Rat und was ihn ändern würde.',
      hint: '<die Entscheidung>',
    },
    document: {
      description:
        'Schreibt die Dokumentation eines Projekts: Einstieg, Aufgaben, Nachschlagen, Gründe und Betrieb zugleich, dann in einer Sprache.',
      hint: '<das Projekt, sein Code oder seine Notizen>',
    },
    explain: {
      description: 'Erklärt Code, einen Fehler oder eine Idee so, dass man selbst weiterkommt.',
      hint: '<was>',
    },
    incident: {
      description:
        'Sucht die Ursache einer Störung von fünf Seiten zugleich, prüft die Erklärungen aneinander und plant Behebung und Lehre.',
      hint: '<Anzeichen, Zeiten, Protokolle, letzte Änderungen>',
    },
    migrate: {
      description:
        'Plant den Umzug von einer Version, Bibliothek oder Plattform auf eine andere: was genutzt wird, was anders ist, Schritte mit Rückweg, Nachweis.',
      hint: '<von was nach was, und der Code oder das System>',
    },
    'orchestrate-complex': {
      description:
        'Führt eine große Arbeit vom Auftrag zum geprüften Ergebnis: Anforderungen, Entwurf, Teile nebeneinander, Prüfungen, ein Ganzes.',
      hint: '<was gebaut oder getan werden soll>',
    },
    'performance-surge': {
      description:
        'Sucht von sechs Seiten zugleich, wohin Zeit und Speicher gehen, ordnet die Änderungen nach Gewinn je Aufwand und sagt, wie man misst.',
      hint: '<das System, seine Zahlen und was langsam ist>',
    },
    plan: {
      description: 'Macht einen Plan, mit dem man sofort beginnen kann: Schritte, worauf sie warten, Proben, Risiken.',
      hint: '<Ziel>',
    },
    refactor: {
      description: 'Macht Code einfacher, ohne zu ändern, was er tut, in Schritten, die sich einzeln prüfen lassen.',
      hint: '<Code>',
    },
    research: {
      description:
        'Recherchiert eine Frage von mehreren Seiten, prüft die Behauptungen, hält dagegen und schreibt das Ergebnis mit Quellen auf.',
      hint: '<eine Frage>',
    },
    review: {
      description: 'Prüft eine Änderung oder ein Stück Code und nennt, was zu beheben ist, das Wichtigste zuerst.',
      hint: '<Code oder eine Beschreibung der Änderung>',
    },
    'review-all': {
      description: 'Prüft eine Änderung von sechs Seiten zugleich und macht daraus eine geordnete Liste.',
      hint: '<die Änderung>',
    },
    'security-fortress': {
      description:
        'Stellt die Bedrohungen auf, prüft sieben Bereiche zugleich, ordnet, was sich ausnutzen lässt, und arbeitet Behebungen und Tests aus.',
      hint: '<das System, sein Code oder seine Beschreibung>',
    },
    summarize: {
      description: 'Fasst einen Text so zusammen, dass man entscheiden kann, ob man ihn liest.',
      hint: '<Text>',
    },
    synthesize: {
      description:
        'Führt viele Texte oder Notizen zusammen: Themen, Behauptungen, Widersprüche und Lücken zugleich, dann eine Darstellung.',
      hint: '<Texte oder Notizen>',
    },
    'test-suite': {
      description:
        'Findet, was getestet werden sollte, schreibt die Tests je Ebene gleichzeitig und sucht dann nach Fehlern, die sie übersähen.',
      hint: '<Code oder eine Beschreibung des Verhaltens>',
    },
    'write-article': {
      description:
        'Schreibt einen Artikel: Blickwinkel, Fakten und Einwände nebeneinander, Abschnitte zugleich, dann Redaktion und Prüfung.',
      hint: '<Thema, Publikum und Länge>',
    },
  },
  agents: {
    architect: 'Zerlegt ein Ziel in Teile, an denen sich getrennt arbeiten lässt, und legt fest, wie sie zusammenpassen.',
    'backend-engineer': 'Entwirft und schreibt den Code des Servers: Schnittstellen, Fachlogik, Fehlerbehandlung, Aufträge.',
    'code-reviewer': 'Prüft Code auf Fehler, unklare Stellen und fehlende Tests und sagt, was zu ändern ist, das Wichtigste zuerst.',
    critic: 'Führt das stärkste Argument gegen einen Vorschlag, damit er besser wird oder wegfällt.',
    'data-analyst': 'Beantwortet Fragen aus Daten: bereinigt, vergleicht, prüft und sagt, was die Zahlen zeigen und was nicht.',
    'database-specialist': 'Entwirft Schemas, Abfragen, Indizes und Änderungen an Daten, die im laufenden Betrieb gehen.',
    debugger: 'Findet die Ursache eines Fehlers über Vermutungen, die sich widerlegen lassen, und schlägt die kleinste Behebung vor.',
    'documentation-writer':
      'Schreibt Dokumentation, die die Frage der Lesenden beantwortet: Anleitungen, Nachschlagen, Entscheidungen, Betrieb.',
    editor: 'Verbessert einen Text, ohne ihn seinem Autor zu nehmen: Aufbau, Klarheit, Ton, Richtigkeit.',
    'fact-checker': 'Prüft die Behauptungen eines Textes eine nach der anderen: was stimmt, was nicht, was sich nicht prüfen lässt.',
    'frontend-engineer': 'Entwirft und schreibt Oberflächen, die mit Tastatur und Vorleseprogramm gehen, klein und bei langsamer Leitung.',
    'infrastructure-engineer': 'Plant, wie Software ausgeliefert, skaliert, beobachtet und wiederhergestellt wird.',
    'knowledge-synthesizer': 'Führt mehrere Befunde zusammen: was übereinstimmt, was sich widerspricht, was folgt, was fehlt.',
    'migration-specialist': 'Plant und macht Umzüge zwischen Versionen, Bibliotheken, Plattformen oder Schemas, in Schritten mit Rückweg.',
    'performance-analyst':
      'Findet, wohin Zeit und Speicher gehen, möglichst aus Messungen, und schlägt Änderungen mit dem erwarteten Gewinn vor.',
    planner: 'Macht aus einem Ziel einen geordneten Plan mit Zuständigen, Proben und dem ersten Schritt.',
    'requirements-analyst': 'Findet heraus, was wirklich verlangt ist: Ziele, Nutzende, Grenzen, und woran man sieht, dass es erfüllt ist.',
    researcher: 'Findet aus Quellen heraus, was zu einer Frage bekannt ist, und sagt, wie gut.',
    'risk-analyst': 'Sagt, was an einem Plan schiefgehen kann, wie wahrscheinlich und wie schlimm, und was vorher und nachher zu tun ist.',
    'security-auditor':
      'Sucht Wege, ein System zu missbrauchen, und sagt zu jedem, wie man ihn schließt. Meldet nur, was sich zeigen lässt.',
    'test-engineer': 'Entscheidet, was zu testen sich lohnt und wie, und schreibt Tests, die fehlschlagen, wenn das Verhalten bricht.',
    'threat-modeler': 'Nennt, was zu schützen ist, wer es wollen könnte und wie er vorginge, bevor geprüft oder gebaut wird.',
    writer: 'Entwirft Texte für Menschen: Artikel, Ankündigungen, Reden, Briefe. Klar, anschaulich und im gewünschten Ton.',
  },
}
