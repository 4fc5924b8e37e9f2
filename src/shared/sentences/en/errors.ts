import type { ErrorCode } from '../../errors.ts'

/** What an error says whose own words are in English alone. */
const codes = {
  'error.invalid-input': '{message}',
  'error.not-found': '{message}',
  'error.unknown-model': '{message}',
  'error.unknown-provider': '{message}',
  'error.no-key': '{message}',
  'error.wrong-key': '{message}',
  'error.forbidden': '{message}',
  'error.bad-request': '{message}',
  'error.rate-limited': '{message}',
  'error.out-of-credit': '{message}',
  'error.vendor-error': '{message}',
  'error.unreachable': '{message}',
  'error.cut': '{message}',
  'error.malformed': '{message}',
  'error.timeout': '{message}',
  'error.refused': '{message}',
  'error.circuit-open': '{message}',
  'error.budget-exceeded': '{message}',
  'error.no-price': '{message}',
  'error.cannot-take': '{message}',
  'error.cancelled': '{message}',
  'error.not-needed': '{message}',
  'error.no-answer': '{message}',
  'error.concurrent-effect': '{message}',
  'error.diverged': '{message}',
  'error.core-gone': '{message}',
  'error.newer-data': '{message}',
  'error.damaged': '{message}',
  'error.denied': '{message}',
  'error.withheld': '{message}',
  'error.internal': '{message}',
} as const satisfies Record<`error.${ErrorCode}`, string>

/** Why something did not work, and what helps. */
export const errors = {
  ...codes,
  'stopped.by-you': 'Stopped by you.',
  'stopped.cancelled': 'Cancelled.',
  'stopped.run': 'The run was cancelled.',
  'stopped.closing': 'Tutti is closing.',
  'stopped.goes-on': 'Tutti is closing; the run goes on at the next start.',

  'vendor.wrong-key': "{who} refused this key{status}. Check that it is copied whole, or make a new one in {who}'s console.",
  'vendor.forbidden': '{who} does not allow this with this key{status}. Check which models and regions the key may use.',
  'vendor.out-of-credit': 'The account at {who} has no credit left{status}. Add credit or choose a model of another provider.',
  'vendor.rate-limited':
    '{who} takes no more calls from this account for the moment{status}. Wait, or lower the number of calls at a time in Settings.',
  'vendor.unknown-model': '{who} has no model {model}{status}. Refresh its models in Settings or correct the id.',
  'vendor.unnamed-model': '{who} has no model of this name{status}. Refresh its models in Settings or correct the id.',
  'vendor.vendor-error': '{who} could not answer{status}. The fault is on its side; try again later or choose another model.',
  'vendor.refused': '{who} stopped this answer: its filter did not let it through.',
  'vendor.nothing-there': '{who} has nothing at this address (404). Check its base address in Settings; many end in /v1.',
  'vendor.not-accepted': '{who} did not accept the request{status}.',
  'vendor.says': '{who} says: {words}',
  'vendor.unreachable': '{who} cannot be reached ({why}). Check the network and the address.',
  'vendor.unreachable-at': '{who} cannot be reached at {address} ({why}). Check the network and the address.',
  'vendor.cut': '{who} ended the answer before it was complete. What arrived is kept; ask again for the rest.',
  'vendor.broke-off': '{who} broke the answer off with an error. Try again later or choose another model.',
  'vendor.malformed':
    '{who} answered with something that is not its protocol ({what}). Check the base address, and whether a proxy or sign-in page stands between.',
  'vendor.declined': '{model} declined to answer. Word the question differently or ask another model.',
  'vendor.declined-for': '{model} declined to answer ({why}). Word the question differently or ask another model.',
  'vendor.odd-key': 'The key for {who} holds characters that no key has, such as a space or a quotation mark. Copy it again.',
  'vendor.slow': '{who} was not done after {time}. What arrived is kept; allow more time or ask for less.',
  'vendor.silent': '{who} sent nothing for {time}. What arrived is kept; try again later or choose another model.',
  'vendor.rests': '{who} failed {n} times in a row and rests for another {time}. Choose another model or wait.',
  'vendor.busy': '{who} takes no more calls for {model} for another {time}. Wait, or choose another model.',
  'vendor.no-credit':
    'The account at {who} has no credit left. It is asked again in {time}. Add credit or choose a model of another provider.',
  'vendor.no-key': '{who} has no key. Paste one under Settings, Providers.',
  'vendor.no-key-set': '{who} has no key. Paste one under Settings, Providers, or set {variable}.',
  'vendor.no-address': '{who} has no address. Write its base address in Settings, for example http://127.0.0.1:8000/v1.',
  'vendor.test-slow': 'No answer within {n} s. Check the address.',
  'vendor.answered': 'Answered with {n} {n|model|models}.',
  'model.no-price':
    '{model} has no price, so no budget can hold it. Give it a price under Settings, Models and prices, or ask anyway for this run.',

  'withheld.reach':
    'Not sent to {who}: only what runs on this computer may be asked. Choose a local model, or change it under Settings, Policies.',
  'withheld.secrets':
    'Not sent to {who}: the request holds what looks like a secret ({found}). Take it out, or change it under Settings, Policies.',
  'withheld.phrases':
    'Not sent to {who}: the request holds “{found}”, which stays on this computer. Take it out, or change it under Settings, Policies.',
  'secret.private': 'private key',
  'secret.own': 'key of yours …{end}',
  'secret.key': '{issuer} key …{end}',
  'secret.token': '{issuer} token …{end}',

  'server.not-started': 'The server “{server}” did not start: {why}',
  'server.not-started-saying': 'The server “{server}” did not start: {why} It said: {words}',
  'server.too-much': '{tool} answered with more than Tutti takes of a server. Ask it for less.',
  'server.ended': 'The server “{server}” ended during the call of {tool}. It is started again at the next use.',

  'notice.database-damaged':
    'The database was damaged and was set aside as {file} in the data folder. Tutti started with a new, empty one.',
  'notice.row.settings': 'The setting',
  'notice.row.providers': 'The provider',
  'notice.row.presets': 'The preset',
  'notice.row.models': 'Your choice for the model',
  'notice.row.model_lists': 'The list of models of',
  'notice.row.tabs': 'The tab',
  'notice.row.prompts': 'The prompt',
  'notice.row.pipelines': 'The pipeline',
  'notice.row': '{what} "{key}" could not be read. It was set aside in the database and Tutti goes on without it.',
  'notice.vault-locked':
    'The {n} saved keys cannot be read now. Unlock the keyring and start Tutti again. Keys typed meanwhile are gone when Tutti quits.',
  'notice.vault-passphrase':
    'The {n} saved keys cannot be read now. Set TUTTI_PASSPHRASE and start Tutti again. Keys typed meanwhile are gone when Tutti quits.',
  'notice.key-changed': 'The saved key of {id} was changed outside Tutti and cannot be used. Type it again.',
  'notice.keyring-refused': 'The keyring did not take a new secret, so keys cannot be saved. They are gone when Tutti quits.',
  'notice.vault-damaged': 'The key vault is damaged. It was set aside as {file} in the data folder. Type your keys again.',
  'notice.vault-lost':
    'The key vault cannot be opened any more: its master key is not in the keyring. It was set aside as {file} in the data folder. Type your keys again.',
} as const
