import { workerData } from 'node:worker_threads'
import { archiveJobs } from './archive/archive-jobs.ts'
import { labJobs } from './lab/lab-jobs.ts'
import { serveJobs } from './store/worker/serve-jobs.ts'
import { storeJobs } from './store/worker/store-jobs.ts'

/** The worker thread of the core: everything that may take longer than a few milliseconds on the data folder. */
serveJobs([...storeJobs, ...archiveJobs, ...labJobs], workerData)
