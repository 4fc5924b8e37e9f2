import type { Delivery } from './delivery.ts'
import type { Reader } from './reader.ts'

export type Handler<T> = (delivery: Delivery<T>) => void | Promise<void>

/** Deliveries at a stretch before other work of the process gets its turn. */
const STRETCH = 256

/** Hands one delivery after the other to a handler, each when the one before is done. Ends by `close`, its signal or the topic's end. */
export class Subscription<T> {
  /** Resolves when nothing more will be delivered. */
  readonly ended: Promise<void>
  readonly #reader: Reader<T>

  constructor(reader: Reader<T>, handler: Handler<T>, failed: (delivery: Delivery<T>, thrown: unknown) => void) {
    this.#reader = reader
    this.ended = new Promise((resolve) => {
      const pump = async () => {
        for (let count = 1; ; count += 1) {
          const delivery = reader.take()
          if (!delivery) break
          try {
            const handled = handler(delivery)
            if (handled) await handled
          } catch (thrown) {
            failed(delivery, thrown)
          }
          reader.done()
          if (count % STRETCH === 0) await new Promise(setImmediate)
        }
        if (reader.isOver) resolve()
        else reader.whenReady(wake)
      }
      const wake = () => queueMicrotask(() => void pump())
      reader.whenReady(wake)
    })
  }

  close(): void {
    this.#reader.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }
}
