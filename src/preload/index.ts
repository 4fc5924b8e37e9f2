import { contextBridge, ipcRenderer } from 'electron'

// A MessagePort cannot cross the bridge: the page posts it to itself, and it is forwarded from here.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source === window && event.data === 'tutti:port' && port) ipcRenderer.postMessage('tutti:port', null, [port])
})

contextBridge.exposeInMainWorld('desktop', {
  kind: 'electron',
  openExternal: (address: string) => ipcRenderer.send('tutti:open-external', address),
})
