import type { AvailableNumber, Lease, PhoneNumber } from './numberRecords.js'
import type { Account, Address, Call, Flow, Message, OnlineLogin, Property, SipTrunk } from './records.js'
import type { Scope } from './vocabulary.js'

/** The caller behind a token: which accounts it sees, and what it may pass on to others. */
export interface Caller {
  readonly AccountSid: string
  readonly accounts: readonly string[]
  readonly canWrite: boolean
  readonly scopes: readonly Scope[]
}

/** All records, by id. */
export interface Tables {
  readonly accounts: Map<string, Account>
  readonly properties: Map<string, Property>
  readonly addresses: Map<string, Address>
  readonly numbers: Map<string, PhoneNumber>
  readonly availableNumbers: Map<string, AvailableNumber>
  readonly leases: Map<string, Lease>
  readonly messages: Map<string, Message>
  readonly onlineLogins: Map<string, OnlineLogin>
  readonly sipTrunks: Map<string, SipTrunk>
  readonly flows: Map<string, Flow>
  readonly calls: Map<string, Call>
  readonly whisperMedia: Map<string, string>
}
