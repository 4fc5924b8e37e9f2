import { z } from 'zod'
import { Said } from './sentence.ts'

/** How a sign of quality was found, cheapest first. `samples`: a model asked several times; `judge`: a model of another vendor. */
export const QualityMethod = z.enum(['checks', 'agreement', 'samples', 'judge'])
export type QualityMethod = z.infer<typeof QualityMethod>

/** One thing that speaks for or against an answer. */
export const QualitySign = z.object({
  method: QualityMethod,
  /** In [0, 1]; 1: nothing speaks against it. */
  value: z.number().min(0).max(1),
  /** What the value is a share of: "2 of 3". */
  share: z.object({ count: z.number(), of: z.number().int().positive() }).optional(),
  /** One sentence each. */
  evidence: z.array(z.string()),
  said: Said.optional(),
})
export type QualitySign = z.infer<typeof QualitySign>

/** How good an answer seems, by which method, and the evidence. */
export const AnswerQuality = z.object({
  /** In [0, 1]: what thresholds are compared with. A probability only where it is calibrated. */
  score: z.number().min(0).max(1),
  method: z.enum([...QualityMethod.options, 'calibrated']),
  signs: z.array(QualitySign),
  /** Answers of known quality that a calibrated score rests on; 0 for all other methods, which are no probabilities. */
  basedOn: z.number().int().nonnegative(),
})
export type AnswerQuality = z.infer<typeof AnswerQuality>

/** The quality of what one member said. */
export const SpeakerQuality = z.object({ speaker: z.string(), quality: AnswerQuality })
export type SpeakerQuality = z.infer<typeof SpeakerQuality>

/** A model of how signs go with being right, for one type of task: weights of a logistic regression, in the order of `featuresOf`. */
export const QualityCalibration = z.object({
  taskType: z.string(),
  weights: z.array(z.number()).min(1).max(20),
  basedOn: z.number().int().positive(),
})
export type QualityCalibration = z.infer<typeof QualityCalibration>

/** Answers whose predicted quality lay in one tenth: what was predicted on average, and how many turned out to be right. */
export const ReliabilityBin = z.object({
  from: z.number(),
  to: z.number(),
  predicted: z.number(),
  observed: z.number(),
  count: z.number().int(),
})
export type ReliabilityBin = z.infer<typeof ReliabilityBin>

/** How far predictions, each made before its outcome was known, can be trusted. */
export const Reliability = z.object({
  bins: z.array(ReliabilityBin),
  count: z.number().int(),
  /** Mean distance of predicted and observed, weighed by the number of answers. */
  expectedError: z.number().nullable(),
})
export type Reliability = z.infer<typeof Reliability>
