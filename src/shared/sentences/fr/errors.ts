import type { errors as english } from '../en/errors.ts'

export const errors: Readonly<Record<keyof typeof english, string>> = {
  'error.invalid-input': 'Une indication n’est pas valable. ({message})',
  'error.not-found': 'Cela n’existe pas, ou plus. ({message})',
  'error.unknown-model': 'Tutti ne connaît pas ce modèle. ({message})',
  'error.unknown-provider': 'Tutti ne connaît pas ce fournisseur. ({message})',
  'error.no-key': 'Il manque une clé pour ce fournisseur. Ajoutez-la dans les réglages.',
  'error.wrong-key': 'Le fournisseur a refusé la clé (401). Vérifiez qu’elle est copiée en entier.',
  'error.forbidden': 'La clé ne permet pas d’utiliser ce modèle (403). Vérifiez ses droits chez le fournisseur.',
  'error.bad-request': 'Le fournisseur n’a pas accepté la demande. ({message})',
  'error.rate-limited': 'Le fournisseur n’accepte pas plus de demandes pour le moment (429). Réessayez un peu plus tard.',
  'error.out-of-credit': 'Le crédit chez le fournisseur est épuisé. Rechargez-le chez lui.',
  'error.vendor-error': 'Une erreur s’est produite chez le fournisseur. ({message})',
  'error.unreachable': 'Le fournisseur est injoignable. Vérifiez le réseau et l’adresse.',
  'error.cut': 'La réponse s’est interrompue avant la fin.',
  'error.malformed': 'Le fournisseur a envoyé quelque chose d’illisible.',
  'error.timeout': 'La réponse s’est trop fait attendre.',
  'error.refused': 'Le modèle n’a pas répondu : lui ou un filtre refuse la question. ({message})',
  'error.circuit-open': 'Cet accès a échoué plusieurs fois et se repose.',
  'error.budget-exceeded': 'Le budget ne le permet pas. ({message})',
  'error.no-price': 'Un modèle n’a pas de prix. Donnez-en un, ou acceptez pour cette exécution. ({message})',
  'error.cannot-take': 'Un modèle ne sait pas traiter cela. ({message})',
  'error.cancelled': 'Annulé.',
  'error.not-needed': 'Pas nécessaire : tout était déjà décidé.',
  'error.no-answer': 'Aucun membre n’a répondu.',
  'error.concurrent-effect': 'Une exécution a voulu faire deux choses à la fois. C’est une erreur de sa part.',
  'error.diverged': 'L’exécution ne correspond plus à son déroulement. ({message})',
  'error.core-gone': 'Tutti s’est arrêté. Un nouveau démarrage reprend où il en était.',
  'error.newer-data': 'Les données viennent d’une version plus récente de Tutti. Utilisez celle-ci.',
  'error.damaged': 'Un fichier était endommagé et a été mis de côté. ({message})',
  'error.denied': 'Ce n’est pas permis.',
  'error.withheld': 'Une de vos règles a retenu la demande. ({message})',
  'error.internal': 'Tutti a fait une erreur. ({message})',

  'stopped.by-you': 'Arrêté par vous.',
  'stopped.cancelled': 'Annulé.',
  'stopped.run': 'L’exécution a été annulée.',
  'stopped.closing': 'Tutti se ferme.',
  'stopped.goes-on': 'Tutti se ferme ; l’exécution continue au prochain démarrage.',

  'vendor.wrong-key': '{who} a refusé cette clé{status}. Vérifiez qu’elle est copiée en entier, ou créez-en une nouvelle chez {who}.',
  'vendor.forbidden': '{who} ne le permet pas avec cette clé{status}. Vérifiez pour quels modèles et régions elle vaut.',
  'vendor.out-of-credit': 'Le crédit du compte chez {who} est épuisé{status}. Rechargez-le ou choisissez un modèle d’un autre fournisseur.',
  'vendor.rate-limited':
    '{who} n’accepte pas plus d’appels de ce compte pour le moment{status}. Attendez, ou réduisez le nombre d’appels simultanés dans les réglages.',
  'vendor.unknown-model': '{who} n’a pas de modèle {model}{status}. Actualisez ses modèles dans les réglages, ou corrigez le nom.',
  'vendor.unnamed-model': '{who} n’a pas de modèle de ce nom{status}. Actualisez ses modèles dans les réglages, ou corrigez le nom.',
  'vendor.vendor-error': '{who} n’a pas pu répondre{status}. L’erreur est de son côté ; réessayez plus tard ou choisissez un autre modèle.',
  'vendor.refused': '{who} a arrêté cette réponse : son filtre ne l’a pas laissée passer.',
  'vendor.nothing-there': '{who} n’a rien à cette adresse (404). Vérifiez l’adresse dans les réglages ; beaucoup finissent par /v1.',
  'vendor.not-accepted': '{who} n’a pas accepté la demande{status}.',
  'vendor.says': 'Message de {who} : {words}',
  'vendor.unreachable': '{who} est injoignable ({why}). Vérifiez le réseau et l’adresse.',
  'vendor.unreachable-at': '{who} est injoignable à {address} ({why}). Vérifiez le réseau et l’adresse.',
  'vendor.cut': '{who} a interrompu la réponse avant la fin. Ce qui est arrivé est conservé ; demandez la suite.',
  'vendor.broke-off': '{who} a interrompu la réponse par une erreur. Réessayez plus tard ou choisissez un autre modèle.',
  'vendor.malformed':
    '{who} a répondu quelque chose qui n’est pas son protocole ({what}). Vérifiez l’adresse, et si un proxy ou une page de connexion s’interpose.',
  'vendor.declined': '{model} a refusé de répondre. Posez la question autrement ou interrogez un autre modèle.',
  'vendor.declined-for': '{model} a refusé de répondre ({why}). Posez la question autrement ou interrogez un autre modèle.',
  'vendor.odd-key':
    'La clé pour {who} contient des caractères qu’aucune clé n’a, par exemple une espace ou un guillemet. Copiez-la de nouveau.',
  'vendor.slow': '{who} n’avait pas fini après {time}. Ce qui est arrivé est conservé ; accordez plus de temps ou demandez moins.',
  'vendor.silent':
    '{who} n’a rien envoyé pendant {time}. Ce qui est arrivé est conservé ; réessayez plus tard ou choisissez un autre modèle.',
  'vendor.rests': '{who} a échoué {n} fois de suite et se repose encore {time}. Choisissez un autre modèle ou attendez.',
  'vendor.busy': '{who} n’accepte plus d’appels pour {model} pendant encore {time}. Attendez, ou choisissez un autre modèle.',
  'vendor.no-credit':
    'Le crédit du compte chez {who} est épuisé. Il sera interrogé de nouveau dans {time}. Rechargez-le ou choisissez un modèle d’un autre fournisseur.',
  'vendor.no-key': '{who} n’a pas de clé. Collez-en une sous Réglages, Fournisseurs.',
  'vendor.no-key-set': '{who} n’a pas de clé. Collez-en une sous Réglages, Fournisseurs, ou définissez {variable}.',
  'vendor.no-address': '{who} n’a pas d’adresse. Saisissez-la dans les réglages, par exemple http://127.0.0.1:8000/v1.',
  'vendor.test-slow': 'Pas de réponse en {n} s. Vérifiez l’adresse.',
  'vendor.answered': 'A répondu avec {n} {n|modèle|modèles}.',
  'model.no-price':
    '{model} n’a pas de prix, donc aucun budget ne peut le contenir. Donnez-lui un prix sous Réglages, Modèles et prix, ou demandez quand même pour cette exécution.',

  'withheld.reach':
    'Pas envoyé à {who} : seul ce qui tourne sur cet ordinateur peut être interrogé. Choisissez un modèle local, ou changez cela dans Réglages, Règles de sortie.',
  'withheld.secrets':
    'Pas envoyé à {who} : la demande contient ce qui ressemble à un secret ({found}). Retirez-le, ou changez cela dans Réglages, Règles de sortie.',
  'withheld.phrases':
    'Pas envoyé à {who} : la demande contient « {found} », qui reste sur cet ordinateur. Retirez-le, ou changez cela dans Réglages, Règles de sortie.',
  'secret.private': 'clé privée',
  'secret.own': 'une de vos clés …{end}',
  'secret.key': 'clé de {issuer} …{end}',
  'secret.token': 'jeton de {issuer} …{end}',

  'server.not-started': 'Le serveur « {server} » n’a pas démarré : {why}',
  'server.not-started-saying': 'Le serveur « {server} » n’a pas démarré : {why} Son dernier message : {words}',
  'server.too-much': '{tool} a répondu plus que ce que Tutti accepte d’un serveur. Demandez-lui moins.',
  'server.ended': 'Le serveur « {server} » s’est arrêté pendant l’appel de {tool}. Il redémarre à la prochaine utilisation.',

  'notice.database-damaged':
    'La base de données était endommagée et a été mise de côté sous {file} dans le dossier de données. Tutti a commencé avec une nouvelle base vide.',
  'notice.row.settings': 'Le réglage',
  'notice.row.providers': 'Le fournisseur',
  'notice.row.presets': 'Le préréglage',
  'notice.row.models': 'Votre choix pour le modèle',
  'notice.row.model_lists': 'La liste des modèles de',
  'notice.row.tabs': 'L’onglet',
  'notice.row.prompts': 'L’invite',
  'notice.row.pipelines': 'Le pipeline',
  'notice.row': '{what} « {key} » n’a pas pu être lu. Cet élément a été mis de côté dans la base de données, et Tutti continue sans lui.',
  'notice.vault-locked':
    'Les {n} clés enregistrées ne peuvent pas être lues pour le moment. Déverrouillez le trousseau et redémarrez Tutti. Les clés saisies entre-temps disparaissent à la fermeture.',
  'notice.vault-passphrase':
    'Les {n} clés enregistrées ne peuvent pas être lues pour le moment. Définissez TUTTI_PASSPHRASE et redémarrez Tutti. Les clés saisies entre-temps disparaissent à la fermeture.',
  'notice.key-changed': 'La clé enregistrée pour {id} a été modifiée hors de Tutti et ne peut pas servir. Saisissez-la de nouveau.',
  'notice.keyring-refused':
    'Le trousseau n’a pas accepté de nouveau secret, les clés ne peuvent donc pas être enregistrées. Elles disparaissent à la fermeture.',
  'notice.vault-damaged':
    'Le coffre à clés est endommagé. Il a été mis de côté sous {file} dans le dossier de données. Saisissez vos clés de nouveau.',
  'notice.vault-lost':
    'Le coffre à clés ne peut plus être ouvert : sa clé maîtresse n’est pas dans le trousseau. Il a été mis de côté sous {file} dans le dossier de données. Saisissez vos clés de nouveau.',
}
