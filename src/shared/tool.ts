import { z } from 'zod'
import { ToolSpec } from './model.ts'

/** never: not offered to models. ask: each call waits for a person who sees its exact arguments. always: called unasked. */
export const ToolPermission = z.enum(['never', 'ask', 'always'])
export type ToolPermission = z.infer<typeof ToolPermission>

export const McpServerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens.')

/** A tool as the page sees it. Its name is unique: tools of a server are `server/tool`. */
export const ToolView = ToolSpec.extend({
  title: z.string(),
  source: z.discriminatedUnion('type', [
    z.object({ type: z.literal('built-in') }),
    z.object({ type: z.literal('mcp'), server: McpServerId }),
  ]),
  /** Changes nothing, so it may be called again. */
  readOnly: z.boolean(),
  permission: ToolPermission,
  /** What it still needs before it can be called ("Choose a folder."); null: ready. */
  needs: z.string().nullable(),
})
export type ToolView = z.infer<typeof ToolView>

/** How a server of the Model Context Protocol is reached. A command is spawned without a shell. */
export const McpTransport = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('stdio'),
    command: z.string().trim().min(1, 'Name the program.'),
    args: z.array(z.string()).max(100).default([]),
    /** All that the process sees of the environment, besides PATH and HOME. */
    env: z.record(z.string(), z.string()).default({}),
    cwd: z.string().optional(),
  }),
  z.object({
    type: z.literal('http'),
    url: z.url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' }),
  }),
])
export type McpTransport = z.infer<typeof McpTransport>

/** A server is started only while `approved`: a person saw its full command, environment and folder. A change takes the approval back. */
export const McpServer = z.object({
  id: McpServerId,
  name: z.string().trim().min(1).max(60),
  transport: McpTransport,
  approved: z.boolean(),
})
export type McpServer = z.infer<typeof McpServer>

export const McpServerView = McpServer.extend({
  state: z.enum(['not-approved', 'stopped', 'starting', 'ready', 'failed']),
  text: z.string(),
  tools: z.array(z.string()),
})
export type McpServerView = z.infer<typeof McpServerView>
