import { z } from 'zod'
import { ToolSpec } from './model.ts'
import { Said } from './sentence.ts'

/** never: not offered to models. ask: each call waits for a person who sees its exact arguments. always: called unasked. */
export const ToolPermission = z.enum(['never', 'ask', 'always'])
export type ToolPermission = z.infer<typeof ToolPermission>

/** A tool that is handed to a model, with what was allowed when its run started. */
export const OfferedTool = ToolSpec.extend({ permission: ToolPermission })
export type OfferedTool = z.infer<typeof OfferedTool>

export const McpServerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens.')
export type McpServerId = z.infer<typeof McpServerId>

/** What a tool may lack before it can be called; the page names it and offers the field. */
export const ToolNeed = z.enum(['folder', 'database', 'search', 'approval'])
export type ToolNeed = z.infer<typeof ToolNeed>

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
  /** A person is asked at every call; `always` is refused. */
  asksEachTime: z.boolean(),
  /** What it still needs before it can be called; null: ready. */
  needs: ToolNeed.nullable(),
})
export type ToolView = z.infer<typeof ToolView>

const VariableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
const Variables = z.record(VariableName, z.string().max(4000))

const Program = z.object({
  type: z.literal('stdio'),
  command: z.string().trim().min(1, 'Name the program.').max(1000),
  args: z.array(z.string().max(4000)).max(100).default([]),
  /** Left out: the user's home folder. */
  cwd: z.string().max(4000).optional(),
})
const Address = z.object({
  type: z.literal('http'),
  url: z.url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' }).max(2000),
})

/** How a server of the Model Context Protocol is reached. A command is spawned without a shell. */
export const McpTransport = z.discriminatedUnion('type', [
  /** `env`: all that the process sees of the environment, besides what every program needs (PATH, HOME and the like). */
  Program.extend({ env: Variables.default({}) }),
  Address,
])
export type McpTransport = z.infer<typeof McpTransport>

export const McpServer = z.object({
  id: McpServerId,
  name: z.string().trim().min(1, 'Give the server a name.').max(60),
  transport: McpTransport,
})
export type McpServer = z.infer<typeof McpServer>

/** A variable as a page sees it: what a value may give away of itself is its last four characters, and of a short one nothing. */
export const McpVariable = z.object({
  name: VariableName,
  ending: z.string().max(4).nullable(),
  /** False where its value is gone: it has to be typed again. */
  known: z.boolean(),
})
export type McpVariable = z.infer<typeof McpVariable>

export const McpServerView = McpServer.extend({
  transport: z.discriminatedUnion('type', [Program.extend({ variables: z.array(McpVariable) }), Address]),
  /** Of what would run: an approval names it, so that what was shown is what is allowed. */
  digest: z.string(),
  state: z.enum(['not-approved', 'stopped', 'starting', 'ready', 'failed']),
  /** Why it failed; else empty. */
  text: z.string(),
  said: Said.optional(),
  tools: z.array(z.string()),
})
export type McpServerView = z.infer<typeof McpServerView>

const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'Write a host such as example.org, or *.example.org for all below it.')
  .max(253)
const HostAndPort = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]):\d{1,5}$/, 'Write a host and a port, such as localhost:8080.')
  .max(260)

/** What the tools may reach. All of it is empty until the user fills it in. */
export const ToolOptions = z.object({
  /** Files are read and written, and commands run, in this folder alone. */
  folder: z.string().max(4000).nullable().default(null),
  /** The SQLite file that may be read. */
  database: z.string().max(4000).nullable().default(null),
  /** Asked by the web search, with `{query}` where the words go. null: Perplexity. */
  searchUrl: z
    .url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' })
    .max(2000)
    .nullable()
    .default(null),
  /** Web pages are fetched from these hosts alone; empty: from all public ones. */
  hosts: z.array(HostName).max(200).default([]),
  /** Hosts with ports that may be reached although they are private or the port is another one than 80 and 443. */
  trusted: z.array(HostAndPort).max(50).default([]),
})
export type ToolOptions = z.infer<typeof ToolOptions>

/** Tools, servers and what they may reach, as the page shows them. */
export const ToolsState = z.object({
  tools: z.array(ToolView).default([]),
  servers: z.array(McpServerView).default([]),
  options: ToolOptions.prefault({}),
})
export type ToolsState = z.infer<typeof ToolsState>

/** A server as it is kept: with what it offered last, so that it need not run to be listed. */
export const KeptServer = McpServer.extend({
  transport: z.discriminatedUnion('type', [
    Program.extend({
      /** Their values lie in the vault. */
      variables: z.array(VariableName).default([]),
      /** With their values, as older versions kept them; they are moved to the vault at the start. */
      env: Variables.optional(),
    }),
    Address,
  ]),
  /** The digest of what a person approved; null: none. */
  approved: z.string().nullable().default(null),
  offered: z.array(ToolSpec.extend({ title: z.string(), readOnly: z.boolean() })).default([]),
})
export type KeptServer = z.infer<typeof KeptServer>

export const KeptTools = z.object({
  /** By the tool's name; one that is left out has what it ships with. */
  permissions: z.record(z.string(), ToolPermission).default({}),
  options: ToolOptions.prefault({}),
  servers: z.array(KeptServer).default([]),
  /** Of all that it allows, made in this data folder. */
  seal: z.string().default(''),
})
export type KeptTools = z.infer<typeof KeptTools>
