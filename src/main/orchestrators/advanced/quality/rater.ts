import type { Claims } from '../../../../shared/claims.ts'
import type { ModelRef } from '../../../../shared/ids.ts'
import type { AnswerQuality, QualitySign } from '../../../../shared/quality.ts'
import type { Outcome } from '../../../../shared/run.ts'
import { say } from '../../../../shared/sentence.ts'
import type { RunContext } from '../../../kernel/context.ts'
import { claimsOf } from '../consensus/claims.ts'
import { groupAnswers, onlyFreeText } from '../consensus/group-answers.ts'
import { judgeClaims } from '../consensus/judge-claims.ts'
import { mergeModelOf, questionText, type StrategyQuestion } from '../input.ts'
import type { Given } from '../strategies/ballots.ts'
import { combine } from './combine.ts'
import type { CheckedAnswer } from './hard-checks.ts'
import { judgeSign } from './judge.ts'
import { evidenceOf } from './quality-words.ts'
import { agreementSign, checksSign } from './signs.ts'

/** Characters of all answers together; longer ones are not taken apart. */
const LONGEST = 60_000

/** An answer that is to be rated. */
interface Rateable {
  readonly id: string
  readonly model: ModelRef
  readonly answer: CheckedAnswer
}

/** Rates the answers of one question. What a judge said of an answer is kept, so that no answer is judged twice. */
export class Rater {
  readonly #ctx: RunContext
  readonly #question: StrategyQuestion
  readonly #words: string
  readonly #judged = new Map<string, QualitySign | null>()

  constructor(ctx: RunContext, question: StrategyQuestion) {
    this.#ctx = ctx
    this.#question = question
    this.#words = questionText(question.turns)
  }

  /** The quality of one answer by itself, a judge's word included where there is a judge: what thresholds are compared with. */
  async alone({ member, answer }: Given): Promise<AnswerQuality> {
    const judged = await this.#judge({ id: member.id, model: answer.model, answer })
    return this.#combined(answer, judged === null ? [] : [judged])
  }

  /** The outcome with the quality of its answer and of each member's. The answer alone is judged: judging costs. */
  async outcome(outcome: Outcome, given: readonly Given[]): Promise<Outcome> {
    const groups = this.#groups(outcome, given)
    const voters = given.map(({ member, answer }) => ({ id: member.id, model: answer.model }))
    const main = this.#main(outcome, given)
    const judged = main === null ? null : await this.#judge(main)
    const qualities = given.map(({ member, answer }) => {
      const agreement = agreementSign(member.id, groups, voters)
      const said = member.id === main?.id ? judged : this.#judged.get(member.id)
      const more = [agreement, said].filter((sign) => sign !== null && sign !== undefined)
      return { speaker: member.id, quality: this.#combined(answer, more) }
    })
    const own = qualities.find(({ speaker }) => speaker === main?.id)?.quality
    const quality = main === null ? undefined : (own ?? this.#combined(main.answer, judged === null ? [] : [judged]))
    const claims = outcome.agreement === null ? await this.#claims(given) : undefined
    return { ...outcome, ...(quality === undefined ? {} : { quality }), qualities, ...(claims === undefined ? {} : { claims }) }
  }

  /** What answers in free text say, one by one; undefined where there is nothing to compare. */
  async #claims(given: readonly Given[]): Promise<Claims | undefined> {
    const { judge } = this.#question
    const said = given.flatMap(({ member, answer, weak }) => (weak === null ? [{ speaker: member.id, text: answer.text }] : []))
    if (said.length < 2 || said.reduce((sum, { text }) => sum + text.length, 0) > LONGEST) return undefined
    return judge === undefined ? claimsOf(said) : await judgeClaims(this.#ctx, judge, this.#words, said)
  }

  #combined(answer: CheckedAnswer, more: readonly QualitySign[]): AnswerQuality {
    const signs = [checksSign(this.#words, answer), ...more]
    return combine(signs, this.#question.calibration) ?? { score: 0, method: 'checks', signs, basedOn: 0 }
  }

  /** Whose words the outcome's answer is; null where there is no one answer. */
  #main({ by, answer, kind }: Outcome, given: readonly Given[]): Rateable | null {
    if (kind === 'side-by-side' || by === null) return null
    const own = given.find(({ member }) => member.id === by)
    if (own) return { id: by, model: own.answer.model, answer: own.answer }
    const model = mergeModelOf(this.#question.settings, this.#question.members)
    return model === null ? null : { id: by, model, answer: { text: answer, stop: 'end' } }
  }

  /** Who agrees with whom: as it was counted, else as the answers that stand side by side compare. Answers in free text do not. */
  #groups(outcome: Outcome, given: readonly Given[]): readonly { readonly members: readonly string[] }[] {
    if (outcome.agreement !== null) return outcome.groups
    if (outcome.groups.length > 0 || given.length < 2) return []
    const groups = groupAnswers(
      given.flatMap(({ ballot, weak }) => (weak === null ? [ballot] : [])),
      this.#words,
    )
    return onlyFreeText(groups) ? [] : groups
  }

  async #judge({ id, model, answer }: Rateable): Promise<QualitySign | null> {
    const { judge } = this.#question
    if (judge === undefined) return null
    const known = this.#judged.get(id)
    if (known !== undefined) return known
    const sign = await judgeSign(this.#ctx, { judge, question: this.#words, answer: answer.text, model, key: id })
    this.#judged.set(id, sign)
    this.#ctx.note({
      title: sign === null ? say('judge.none') : say('judge.yes', { n: sign.share?.count ?? 0, of: sign.share?.of ?? 0 }),
      reason: sign === null ? say('judge.none.why', { who: judge }) : evidenceOf({ signs: [sign] }),
      chosen: [],
      among: [id],
    })
    return sign
  }
}
