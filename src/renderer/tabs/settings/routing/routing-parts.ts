import type { ComponentType } from 'react'

/** What stands below the dial: rules, tables, learned state. A new one is a file here and a line. */
export const ROUTING_PARTS: readonly { readonly id: string; readonly Part: ComponentType }[] = []
