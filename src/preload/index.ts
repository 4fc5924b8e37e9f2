import { contextBridge, ipcRenderer } from 'electron'

// A MessagePort cannot cross the bridge: the page posts it to itself, and it is forwarded from here.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source === window && event.data === 'tutti:port' && port) ipcRenderer.postMessage('tutti:port', null, [port])
})

contextBridge.exposeInMainWorld('desktop', {
  kind: 'electron',
  openExternal: (address: string) => ipcRenderer.send('tutti:open-external', address),
  openTab: (tabId: string) => ipcRenderer.send('tutti:open-tab', tabId),
  speak: (language: string) => ipcRenderer.send('tutti:language', language),
  // The event stays here: it would hand the page the whole of ipcRenderer.
  onCommand: (listener: (id: string) => void) => ipcRenderer.on('tutti:command', (_event, id: unknown) => listener(String(id))),
})
