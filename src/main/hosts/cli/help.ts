import { EXIT_CODES } from './exit-codes.ts'

const exits = Object.values(EXIT_CODES)
  .map(({ code, means }) => `  ${String(code).padEnd(5)}${means}`)
  .join('\n')

export const HELP = `Tutti asks several language models at once and gives one answer they agree on.

  tutti ask "…"         ask; "-" reads the question from standard input
    --preset <id>       parallel, sequential, voting, cascade, expert, or one of yours
    --budget <dollars>  the most this question may cost, for example 0.05
    --system "…"        a system prompt
    --allow-no-price    also ask models whose price is not known
    --json              print the answer, the members and the cost as JSON
    --events            print progress on standard error as JSON, a line an event
  tutti run NAME …      a command of the library, a saved pipeline, or a pipeline file (.json, .yaml)
    --input <file>      what it is given, in place of words
    --budget, --allow-no-price, --json and --events as for ask
  tutti commands        list the commands and agents of the library (--json)
  tutti answer RUN …    what a run that waits is told, for example: tutti answer 1f2e… call
  tutti models          list the models (--json)
  tutti tools           list the tools and what each may do (--json)
  tutti stats           calls, times, tokens and cost of the last day
    --period <period>   hour, day, week, month or all
    --csv, --json       for a program
  tutti lab run         try presets on a data set and print accuracy, cost and time
    --data FILE         JSONL, JSON or CSV: question, expected, and if you like id and task_type
    --answers FILE      recorded answers: question_id (or question), model, answer (alone) or
                        text (whole), and if you like right, cost (dollars) or input_tokens,
                        output_tokens, input_price, output_price, and latency_ms; without it
                        the models are asked
    --presets a,b       ids or names of presets, names of models, models (each alone),
                        calibrated or calibrated:0.3 (a cascade fitted on the other half)
    --budget <dollars>, --allow-no-price, --name "…", --use-for-routing, --json
  tutti export FILE     everything as readable files in one zip
    --conversation <id> one conversation, as .md, .json or .pdf
    --run <id>          one run with every step, as .md or .json
  tutti import FILE     conversations of a ChatGPT or Claude export, zip or JSON (--json)
  tutti backup FILE     everything but keys in one zip
  tutti restore FILE    a backup takes the place of the data; what was there is set aside
  tutti serve           show the page on this computer's own address (--port N, --open)
  tutti open            open the page, or print an address for it
  tutti help
  tutti --version

The answer goes to standard output, progress to standard error. Ctrl-C stops the run and keeps what has arrived.
Everything is kept in one folder; TUTTI_HOME chooses another. TUTTI_DEBUG=1 adds the stack to an error.

Exit codes
${exits}
`
