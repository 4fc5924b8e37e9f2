import { z } from 'zod'

// zod 4 probes `new Function`, which the page's Content-Security-Policy forbids and reports. Imported before any schema.
z.config({ jitless: true })
