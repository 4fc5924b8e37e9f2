import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, screen } from 'electron'
import { z } from 'zod'

const Bounds = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(480), height: z.number().int().min(360) })
type Bounds = z.infer<typeof Bounds>

const fileOf = (home: string) => join(home, 'window.json')

/** Where the window stood, if a screen is still there. */
export function restoreBounds(home: string): Partial<Bounds> {
  const usual = { width: 1280, height: 800 }
  try {
    const bounds = Bounds.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')))
    const visible = screen.getAllDisplays().some(({ workArea: { x, y, width, height } }) => {
      return bounds.x < x + width && bounds.x + bounds.width > x && bounds.y < y + height && bounds.y + bounds.height > y
    })
    return visible ? bounds : usual
  } catch {
    return usual
  }
}

export function rememberBounds(home: string, window: BrowserWindow): void {
  window.on('close', () => {
    try {
      writeFileSync(fileOf(home), JSON.stringify(window.getNormalBounds()), { mode: 0o600 })
    } catch {
      // A place on the screen is not worth an error while quitting.
    }
  })
}
