import { z } from 'zod'

const Text = z.union([z.string(), z.number().transform(String)])
/** A list, or one of it. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .nullish()
    .transform((list) => list ?? [])

/** A name, or an object that says more of it. */
const ContextKey = z.union([
  Text.transform((key) => ({ key, required: true })),
  z.object({ key: Text, required: z.boolean().default(true) }),
])

const LockMode = z.enum(['exclusive', 'write', 'shared', 'read'])
/** Without a mode it takes one place of the resource; exclusive and write take all. */
const Lock = z.union([
  Text.transform((resourceId) => ({ resourceId, mode: undefined, type: undefined })),
  z.object({ resourceId: Text, mode: LockMode.optional(), type: LockMode.optional() }),
])

/** How a step is undone: in words for an agent, or by a tool. */
const Compensation = z.union([
  z.string().transform((task) => ({ task })),
  z.object({
    /** Who undoes it; the agent of the step where left out. */
    type: z.string().optional(),
    task: z.string().optional(),
    action: z.string().optional(),
    description: z.string().optional(),
    tool: z.string().optional(),
    arguments: z.record(z.string(), z.unknown()).optional(),
  }),
])
export type CommandCompensation = z.infer<typeof Compensation>

/** A time: a number of ms where the field's name says so or it is large, else seconds; or "90s", "5 min", "1-2 hours". */
const Duration = z.union([z.number().nonnegative(), z.string()])

const Times = z.object({
  expectedMs: z.number().nonnegative().optional(),
  durationMs: z.number().nonnegative().optional(),
  estimatedTime: Duration.optional(),
  estimatedDuration: Duration.optional(),
  duration: Duration.optional(),
})
export type CommandTimes = z.infer<typeof Times>

const Retry = z.object({ attempts: z.number().int().min(1).max(20).optional(), maxAttempts: z.number().int().min(1).max(20).optional() })

export const CommandAgent = Times.extend({
  id: Text,
  /** An agent of the library. */
  type: z.string().nullish(),
  task: z.string().nullish(),
  description: z.string().nullish(),
  priority: z.union([z.number(), z.string()]).nullish(),
  /** Ids of steps or of phases. */
  dependencies: listOf(Text),
  context: z
    .object({ inputs: listOf(ContextKey), outputs: listOf(ContextKey) })
    .nullish()
    .transform((context) => context ?? { inputs: [], outputs: [] }),
  condition: z.union([z.string(), z.boolean()]).nullish(),
  tools: listOf(z.string()),
  deliverables: listOf(Text),
  compensation: Compensation.nullish(),
  locks: listOf(Lock),
  retry: Retry.nullish(),
  /** The most that one attempt may take. */
  timeout: Duration.nullish(),
  timeoutMs: z.number().positive().nullish(),
  model: z.string().nullish(),
})
export type CommandAgent = z.infer<typeof CommandAgent>

export const CommandPhase = z.object({
  id: Text.nullish(),
  name: z.string().nullish(),
  sequential: z.boolean().nullish(),
  parallelism: z
    .union([
      z.boolean().transform((enabled) => ({ enabled, maxConcurrent: undefined })),
      z.object({ enabled: z.boolean().default(true), maxConcurrent: z.number().int().min(1).nullish() }),
    ])
    .nullish(),
  condition: z.union([z.string(), z.boolean()]).nullish(),
  dependencies: listOf(Text),
  agents: z.array(CommandAgent).default([]),
})
export type CommandPhase = z.infer<typeof CommandPhase>

/** What several steps know. With a task it is worked out once; without one it is what a step gives or what the command is given. */
const SharedKey = z.union([
  Text.transform((key) => ({ key })),
  Times.extend({
    key: Text,
    /** Seconds, or "1h". */
    ttl: Duration.nullish(),
    scope: z.string().nullish(),
    task: z.string().nullish(),
    type: z.string().nullish(),
  }),
])

/** A command as phases of agents that share context: the versioned JSON form. Unknown fields are left out and reported. */
export const CommandDefinition = z.object({
  version: Text.default('1.0.0'),
  name: z.string().min(1),
  description: z.string().default(''),
  /** How the author calls the shape of it; the graph follows from what the steps need. */
  pattern: z.string().nullish(),
  argumentHint: z.string().nullish(),
  saga: z.object({ enabled: z.boolean().default(true), compensationOrder: z.string().nullish() }).nullish(),
  resourceManagement: z
    .object({
      globalLocks: listOf(
        z.union([
          Text.transform((resourceId) => ({ resourceId, maxConcurrent: 1 })),
          z.object({ resourceId: Text, maxConcurrent: z.number().int().min(1).default(1) }),
        ]),
      ),
    })
    .nullish(),
  context: z.object({ shared: listOf(SharedKey) }).nullish(),
  phases: z.array(CommandPhase).min(1, 'A definition has at least one phase.'),
})
export type CommandDefinition = z.infer<typeof CommandDefinition>
