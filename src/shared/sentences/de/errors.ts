import type { errors as english } from '../en/errors.ts'

export const errors: Readonly<Record<keyof typeof english, string>> = {
  'error.invalid-input': 'Eine Angabe stimmt nicht. ({message})',
  'error.not-found': 'Das gibt es nicht oder nicht mehr. ({message})',
  'error.unknown-model': 'Dieses Modell kennt Tutti nicht. ({message})',
  'error.unknown-provider': 'Diesen Anbieter kennt Tutti nicht. ({message})',
  'error.no-key': 'Für diesen Anbieter fehlt ein Schlüssel. Füge ihn in den Einstellungen hinzu.',
  'error.wrong-key': 'Der Anbieter hat den Schlüssel abgelehnt (401). Prüfe, ob er vollständig kopiert ist.',
  'error.forbidden': 'Der Schlüssel darf dieses Modell nicht verwenden (403). Prüfe seine Rechte beim Anbieter.',
  'error.bad-request': 'Der Anbieter hat die Anfrage nicht angenommen. ({message})',
  'error.rate-limited': 'Der Anbieter nimmt gerade nicht mehr Anfragen an (429). Versuche es etwas später.',
  'error.out-of-credit': 'Das Guthaben beim Anbieter ist aufgebraucht. Lade es dort auf.',
  'error.vendor-error': 'Beim Anbieter ist ein Fehler aufgetreten. ({message})',
  'error.unreachable': 'Der Anbieter ist nicht erreichbar. Prüfe das Netz und die Adresse.',
  'error.cut': 'Die Antwort brach ab, bevor sie zu Ende war.',
  'error.malformed': 'Der Anbieter hat etwas geschickt, das sich nicht lesen lässt.',
  'error.timeout': 'Es kam zu lange keine Antwort.',
  'error.refused': 'Das Modell hat nicht geantwortet, weil es oder ein Filter die Frage ablehnt. ({message})',
  'error.circuit-open': 'Dieser Zugang ist mehrmals ausgefallen und pausiert.',
  'error.budget-exceeded': 'Das Budget lässt es nicht zu. ({message})',
  'error.no-price': 'Ein Modell hat keinen Preis. Gib einen an, oder stimme für diesen Lauf zu. ({message})',
  'error.cannot-take': 'Ein Modell kann damit nichts anfangen. ({message})',
  'error.cancelled': 'Abgebrochen.',
  'error.not-needed': 'Nicht nötig: Es war schon entschieden.',
  'error.no-answer': 'Kein Mitglied hat geantwortet.',
  'error.concurrent-effect': 'Ein Lauf wollte zwei Dinge zugleich tun. Das ist ein Fehler in ihm.',
  'error.diverged': 'Der Lauf passt nicht mehr zu seinem Verlauf. ({message})',
  'error.core-gone': 'Tutti wurde beendet. Ein neuer Start macht dort weiter.',
  'error.newer-data': 'Die Daten stammen aus einer neueren Version von Tutti. Verwende jene Version.',
  'error.damaged': 'Eine Datei war beschädigt und wurde beiseitegelegt. ({message})',
  'error.denied': 'Das ist nicht erlaubt.',
  'error.withheld': 'Eine deiner Richtlinien hat die Anfrage zurückgehalten. ({message})',
  'error.internal': 'Tutti hat einen Fehler gemacht. ({message})',

  'stopped.by-you': 'Von dir gestoppt.',
  'stopped.cancelled': 'Abgebrochen.',
  'stopped.run': 'Der Lauf wurde abgebrochen.',
  'stopped.closing': 'Tutti wird beendet.',
  'stopped.goes-on': 'Tutti wird beendet; der Lauf geht beim nächsten Start weiter.',

  'vendor.wrong-key':
    '{who} hat diesen Schlüssel abgelehnt{status}. Prüfe, ob er vollständig kopiert ist, oder lege bei {who} einen neuen an.',
  'vendor.forbidden': '{who} erlaubt das mit diesem Schlüssel nicht{status}. Prüfe, für welche Modelle und Regionen er gilt.',
  'vendor.out-of-credit': 'Das Guthaben bei {who} ist aufgebraucht{status}. Lade es auf, oder wähle ein Modell eines anderen Anbieters.',
  'vendor.rate-limited':
    '{who} nimmt von diesem Konto gerade nicht mehr Aufrufe an{status}. Warte, oder verringere in den Einstellungen die Zahl gleichzeitiger Aufrufe.',
  'vendor.unknown-model': '{who} hat kein Modell {model}{status}. Lade die Modelle in den Einstellungen neu, oder berichtige den Namen.',
  'vendor.unnamed-model':
    '{who} hat kein Modell dieses Namens{status}. Lade die Modelle in den Einstellungen neu, oder berichtige den Namen.',
  'vendor.vendor-error': '{who} konnte nicht antworten{status}. Der Fehler liegt dort; versuche es später, oder wähle ein anderes Modell.',
  'vendor.refused': '{who} hat diese Antwort angehalten: Der Filter dort ließ sie nicht durch.',
  'vendor.nothing-there': '{who} hat unter dieser Adresse nichts (404). Prüfe die Adresse in den Einstellungen; viele enden auf /v1.',
  'vendor.not-accepted': '{who} hat die Anfrage nicht angenommen{status}.',
  'vendor.says': 'Von {who} heißt es: {words}',
  'vendor.unreachable': '{who} ist nicht erreichbar ({why}). Prüfe das Netz und die Adresse.',
  'vendor.unreachable-at': '{who} ist unter {address} nicht erreichbar ({why}). Prüfe das Netz und die Adresse.',
  'vendor.cut': 'Die Antwort von {who} brach ab, bevor sie zu Ende war. Was angekommen ist, bleibt; frage nach dem Rest.',
  'vendor.broke-off': '{who} hat die Antwort mit einem Fehler abgebrochen. Versuche es später, oder wähle ein anderes Modell.',
  'vendor.malformed':
    '{who} hat mit etwas geantwortet, das nicht zu seinem Protokoll gehört ({what}). Prüfe die Adresse, und ob ein Proxy oder eine Anmeldeseite dazwischen steht.',
  'vendor.declined': '{model} hat eine Antwort abgelehnt. Stelle die Frage anders, oder frage ein anderes Modell.',
  'vendor.declined-for': '{model} hat eine Antwort abgelehnt ({why}). Stelle die Frage anders, oder frage ein anderes Modell.',
  'vendor.odd-key':
    'Der Schlüssel für {who} enthält Zeichen, die kein Schlüssel hat, etwa ein Leerzeichen oder ein Anführungszeichen. Kopiere ihn noch einmal.',
  'vendor.slow': '{who} war nach {time} nicht fertig. Was angekommen ist, bleibt; gib mehr Zeit, oder verlange weniger.',
  'vendor.silent': '{who} hat {time} lang nichts geschickt. Was angekommen ist, bleibt; versuche es später, oder wähle ein anderes Modell.',
  'vendor.rests': '{who} ist {n}-mal hintereinander ausgefallen und pausiert noch {time}. Wähle ein anderes Modell, oder warte.',
  'vendor.busy': '{who} nimmt für {model} noch {time} keine Aufrufe an. Warte, oder wähle ein anderes Modell.',
  'vendor.no-credit':
    'Das Guthaben bei {who} ist aufgebraucht. In {time} wird wieder gefragt. Lade es auf, oder wähle ein Modell eines anderen Anbieters.',
  'vendor.no-key': 'Für {who} fehlt ein Schlüssel. Füge einen unter Einstellungen, Anbieter ein.',
  'vendor.no-key-set': 'Für {who} fehlt ein Schlüssel. Füge einen unter Einstellungen, Anbieter ein, oder setze {variable}.',
  'vendor.no-address': '{who} hat keine Adresse. Trage sie in den Einstellungen ein, zum Beispiel http://127.0.0.1:8000/v1.',
  'vendor.test-slow': 'Keine Antwort binnen {n} s. Prüfe die Adresse.',
  'vendor.answered': 'Antwortet, mit {n} {n|Modell|Modellen}.',
  'model.no-price':
    '{model} hat keinen Preis, darum fasst es kein Budget. Gib ihm einen unter Einstellungen, Modelle und Preise, oder frage für diesen Lauf trotzdem.',

  'withheld.reach':
    'Nicht an {who} gesendet: Gefragt werden darf nur, was auf diesem Rechner läuft. Wähle ein lokales Modell, oder ändere es unter Einstellungen, Richtlinien.',
  'withheld.secrets':
    'Nicht an {who} gesendet: In der Anfrage steht, was wie ein Geheimnis aussieht ({found}). Nimm es heraus, oder ändere es unter Einstellungen, Richtlinien.',
  'withheld.phrases':
    'Nicht an {who} gesendet: In der Anfrage steht „{found}“, und das bleibt auf diesem Rechner. Nimm es heraus, oder ändere es unter Einstellungen, Richtlinien.',
  'secret.private': 'privater Schlüssel',
  'secret.own': 'einer deiner Schlüssel …{end}',
  'secret.key': 'Schlüssel von {issuer} …{end}',
  'secret.token': 'Token von {issuer} …{end}',

  'server.not-started': 'Der Server „{server}“ ist nicht gestartet: {why}',
  'server.not-started-saying': 'Der Server „{server}“ ist nicht gestartet: {why} Zuletzt meldete er: {words}',
  'server.too-much': '{tool} hat mit mehr geantwortet, als Tutti von einem Server annimmt. Verlange weniger.',
  'server.ended': 'Der Server „{server}“ endete während des Aufrufs von {tool}. Bei der nächsten Verwendung startet er neu.',

  'notice.database-damaged':
    'Die Datenbank war beschädigt und liegt nun als {file} beiseite, im Datenordner. Tutti hat mit einer neuen, leeren begonnen.',
  'notice.row.settings': 'Die Einstellung',
  'notice.row.providers': 'Der Anbieter',
  'notice.row.presets': 'Das Preset',
  'notice.row.models': 'Deine Wahl für das Modell',
  'notice.row.model_lists': 'Die Modellliste von',
  'notice.row.tabs': 'Der Tab',
  'notice.row.prompts': 'Der Prompt',
  'notice.row.pipelines': 'Die Pipeline',
  'notice.row': '{what} „{key}“ war nicht lesbar. Der Eintrag liegt in der Datenbank beiseite, und Tutti macht ohne ihn weiter.',
  'notice.vault-locked':
    'Die {n} gespeicherten Schlüssel sind gerade nicht lesbar. Entsperre den Schlüsselbund, und starte Tutti neu. Bis dahin eingegebene Schlüssel gehen beim Beenden verloren.',
  'notice.vault-passphrase':
    'Die {n} gespeicherten Schlüssel sind gerade nicht lesbar. Setze TUTTI_PASSPHRASE, und starte Tutti neu. Bis dahin eingegebene Schlüssel gehen beim Beenden verloren.',
  'notice.key-changed':
    'Der gespeicherte Schlüssel für {id} wurde außerhalb von Tutti verändert und ist nicht zu gebrauchen. Gib ihn neu ein.',
  'notice.keyring-refused':
    'Der Schlüsselbund nahm kein neues Geheimnis an, darum lassen sich Schlüssel nicht speichern. Beim Beenden gehen sie verloren.',
  'notice.vault-damaged':
    'Der Schlüsseltresor ist beschädigt. Er liegt nun als {file} beiseite, im Datenordner. Gib deine Schlüssel neu ein.',
  'notice.vault-lost':
    'Der Schlüsseltresor lässt sich nicht mehr öffnen: Sein Hauptschlüssel fehlt im Schlüsselbund. Er liegt nun als {file} beiseite, im Datenordner. Gib deine Schlüssel neu ein.',
}
