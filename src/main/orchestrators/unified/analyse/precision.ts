/** Says that the answer has to be right. */
const PRECISION =
  /(?<!\p{L})(?:(?:has|have|needs?|must) (?:to )?be (?:right|correct|accurate|exact|certain)|double.?check|cross-check|make sure (?:it|that it)|be (?:absolutely )?(?:sure|certain)|(?:absolutely|100 ?%) (?:sure|certain)|(?:no|without) (?:mistakes|errors)|very accurate|(?:must not|can't|cannot) be wrong|i rely on|rely on it|verif(?:ied|y) (?:your |the )?answer|reliable answer|life depends|critical that|legally binding|muss (?:unbedingt )?(?:stimmen|richtig sein|korrekt sein|genau sein)|unbedingt richtig|(?:darauf )?verlassen können|überprüfe? (?:deine|die antwort)|prüfe doppelt|doppelt prüfen|sei dir (?:ganz )?sicher|(?:ganz|absolut|100 ?%|hundertprozentig) sicher|fehlerfrei|(?:keine|ohne) fehler|verlässlich\p{L}*|geprüfte antwort|belastbar\p{L}*|rechtssicher\p{L}*|doit être (?:juste|exacte?|correcte?|fiable)|réponse (?:vérifiée|sûre|fiable|exacte)|vérifie (?:bien|ta réponse|deux fois)|sois sûre?|(?:absolument|vraiment) (?:sûre?|certaine?)|être (?:sûre?|certaine?)|sûr à 100|sans erreur|aucune erreur|pas d'erreur|fiable à 100|compter dessus|m'y fier)(?!\p{L})/iu

/** The words that say that the answer has to be right, or null. */
export function precisionOf(ask: string): string | null {
  return PRECISION.exec(ask.replaceAll('’', "'"))?.[0] ?? null
}
