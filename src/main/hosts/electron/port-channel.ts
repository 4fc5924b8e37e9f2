import type { MessagePortMain } from 'electron'
import type { Channel } from '../core/channel.ts'

/** A page's port; it holds messages back until `start`, so none comes before its listener. */
export function portChannel(port: MessagePortMain): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => {
        if (typeof data === 'string' || data instanceof Uint8Array) listener(data)
      })
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
