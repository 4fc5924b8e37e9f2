import './app/zod-without-eval.ts'
import './theme/theme.css'
import './state/language.ts'

// Not awaited: what the page's modules wait for, their catalogue, builds upon this one.
void import('./start.tsx')
