// Generated from control.yaml by `npm run types`. Do not edit.
/** Every path with its operations, as openapi-fetch takes them. */
export interface paths {
    "/__mock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mock, where things are, and the tokens of the default world */
        get: operations["getMock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/stubs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stubs that there are */
        get: operations["listStubs"];
        put?: never;
        /**
         * Answer a path that the document does not have
         * @description It holds for all worlds, takes the place of the stub of the same method and path, and wants a token as the API does. The journal has its calls. No stub is saved, and no reset takes one away.
         */
        post: operations["createStub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/stubs/{stub}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example stub-1
                 */
                stub: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a stub away */
        delete: operations["deleteStub"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The worlds that there are */
        get: operations["listWorlds"];
        put?: never;
        /**
         * Make an isolated world
         * @description With a `seed` the same calls get the same bytes, and its clock stands still unless told otherwise.
         */
        post: operations["createWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** One world */
        get: operations["getWorld"];
        put?: never;
        post?: never;
        /** End a world; its tokens die with it */
        delete: operations["deleteWorld"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a world back to its start
         * @description Its first accounts have their tokens, unless another world holds them by now; those that were added later are gone, and so are faults and the journal.
         */
        post: operations["resetWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** The whole world as JSON, its pending future included */
        get: operations["getSnapshot"];
        /**
         * Make the world what it was
         * @description The accounts of the snapshot get their tokens back, unless another world has them by now. A snapshot that is not taken changes nothing. It may be up to 256 MiB.
         */
        put: operations["putSnapshot"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/seed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill a world by size, or with a named scenario
         * @description What is there already stays. By size, the same `seed` in two worlds of the same seed gives the same. When something cannot be made, nothing is. A world by size is filled in slices, and other calls are answered between them. Those of this world see it grow, and one that resets or ends it ends the filling with 422.
         */
        post: operations["seedWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenarios that a world can start with */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** The time of a world */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move the time of a world, stop it or let it go on
         * @description What falls due meanwhile happens, in order and each at its own moment.
         */
        patch: operations["setClock"];
        trace?: never;
    };
    "/__mock/worlds/{world}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** The accounts of a world */
        get: operations["listAccounts"];
        put?: never;
        /** Make an account, which is a token for a number */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/accounts/{phone}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        /** One account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the state of the account's device, or its webhook */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/__mock/worlds/{world}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** Everybody who was met so far */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/people/{phone}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        /** A person and their traits; any number is somebody */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change traits of a person */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/__mock/worlds/{world}/people/{phone}/act": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do something as that person would on the phone, now or later
         * @description The same rules decide as for everybody. A refusal says which rule in `rule`, and nothing is changed. With `dry_run` nothing is changed in any case.
         */
        post: operations["actAsPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/people/{phone}/may": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What that person may do on the phone just now, and which rule refuses the rest
         * @description Each act is judged as if it were the only one. Nothing is changed, and nobody is met. It is much quicker than acts with `dry_run`, and does not tell what would happen.
         */
        post: operations["askRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** Who waits to be let in, for which the public API has no operation */
        get: operations["listJoinRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** The faults of a world, those that are used up included */
        get: operations["listFaults"];
        put?: never;
        /**
         * Inject a fault into calls of the API or for webhook deliveries
         * @description A fault strikes calls that were found to be an operation of an account: a wrong path or token comes first.
         *
         *     One call is ended by one fault: the first in the order of adding that strikes with a `status`, a `body`, a
         *     `drop`, a `truncate` or `carried_out: false`. Others of that kind wait for a later call, though they count this one as seen, so
         *     that `after` always counts calls. Delays add up, to 120 seconds at most. Rows add up too, the first fault
         *     deciding for a participant, and strike only calls that are carried out and name such a participant. A delivery
         *     is struck by the first fault that applies.
         *
         *     An answer by a fault has `X-Mock-Rule: scripted-fault`; whatever was struck has `X-Mock-Fault` with the ids of
         *     the faults. Nothing is changed by a call that is answered by a fault, unless it says `carried_out: true`, or
         *     that is dropped `before`.
         */
        post: operations["createFault"];
        /** Take all faults away */
        delete: operations["deleteFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/fault-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The faults that have a name */
        get: operations["listFaultPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/faults/{fault}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description The id of a fault. */
                fault: components["schemas"]["FaultId"];
            };
            cookie?: never;
        };
        /** One fault, and how often it struck */
        get: operations["getFault"];
        put?: never;
        post?: never;
        /** Take one fault away */
        delete: operations["deleteFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * Requests to the API and their replies, now or as soon as one matches
         * @description The last 1000 calls or 4 MiB of them, whichever is less; bodies over 16 KiB by their start. Tokens are replaced
         *     by the phone that they stand for. Calls whose token nobody has are in the journal of the default world.
         *
         *     When nothing matches, `near_misses` has the calls that come closest, and says of each what differs.
         */
        get: operations["readJournal"];
        put?: never;
        post?: never;
        /** Empty the journal; sequences go on */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/journal/har": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * The journal as an HTTP archive
         * @description Whatever the journal has, in HAR 1.2, for browsers, proxies and `wuts-contracts har`. Times are on the clock of the world, and how long a call took is not known. Bodies that were cut, and `Authorization`, are left out.
         */
        get: operations["getJournalAsHar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * What happened, in words and in fields
         * @description At least the last 1000 happenings are remembered.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * What the webhooks were sent, with every attempt
         * @description Of each account the last 200 that are over and up to 1000 that wait are remembered.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/deliveries/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /**
                 * @description The `sequence` of a delivery.
                 * @example 1
                 */
                delivery: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery once more, with the same id and payload
         * @description It goes to the end of the queue as a delivery of its own, to the webhook that the account has now.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/receiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A receiver for webhooks, for who has none as yet
         * @description Takes every delivery and keeps nothing; the list of deliveries has them all. Give its URL to an account as `webhook_url`.
         */
        post: operations["receiveDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * Events and deliveries as they come, as server-sent events
         * @description `event: event` carries an Event, `event: delivery` a Delivery without its payload, whenever one of its attempts is over. `event: replaced`
         *     says that the world was reset or restored. With `all`, `event: calls` says that the journal has new calls, a tenth of a
         *     second after the first of them at the latest, and `event: driven` that the control plane changed something, such as the clock. Send the last `id` as the header `Last-Event-ID` to go on after it, as far as is remembered.
         *     The stream ends with the world; a reader that is too far behind is cut off.
         */
        get: operations["streamWorld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/group-lines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** Every group of a world in one line each, without its members */
        get: operations["listGroupLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/due": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * What the clock of a world is going to bring, the soonest first
         * @description Acts that were scheduled, private invites that end, and deliveries that are to be tried (again); the first 1000.
         */
        get: operations["listDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /** Every group of a world, whoever takes part in it, with all participants */
        get: operations["listAllGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__mock/worlds/{world}/groups/{jid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description The JID of a group. */
                jid: components["schemas"]["GroupJid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Make a group what it is on WhatsApp, whatever the rules say
         * @description The announcement group of a community follows it.
         */
        patch: operations["changeGroup"];
        trace?: never;
    };
    "/__mock/worlds/{world}/consumer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        /**
         * What the code under test did that the contract does not promise to work
         * @description Read from the calls that the journal still holds. Calls with a token that nobody has belong to no world; they are
         *     told with the default one.
         */
        get: operations["reportOnConsumer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** Every schema, parameter, request body and response by its name. */
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @description As RFC 3339 has it, to the millisecond. In answers it is in UTC and to the second.
         */
        Timestamp: string;
        Seed: number;
        WorldName: string;
        Phone: string;
        GroupJid: string;
        Lid: string;
        ParticipantId: string;
        Token: string;
        /** @enum {string} */
        DeviceState: "connected" | "disconnected" | "logged_out" | "banned";
        /** @description Choices where WUTS or WhatsApp is unknown, by name. */
        Rulings: {
            /** @enum {string} */
            "unregistered-number"?: "row-404" | "request-422";
            /** @enum {unknown} */
            "not-participant"?: "403" | "404" | 403 | 404;
            /** @enum {unknown} */
            "device-not-ready"?: "503" | "409" | "400" | "412" | 503 | 409 | 400 | 412;
            /** @enum {string} */
            "request-or-device"?: "request" | "device";
            /** @enum {string} */
            "body-or-group"?: "body" | "group";
            /** @enum {string} */
            "rejoin-after-removal"?: "refused" | "allowed";
            /** @enum {string} */
            "unlink-members"?: "stay-in-community" | "leave-community";
            /** @enum {string} */
            "join-pending-flag"?: "reported" | "never";
            /** @enum {string} */
            "link-refusal"?: "reported" | "swallowed";
            /** @enum {string} */
            "empty-group"?: "ends" | "remains";
            /** @enum {string} */
            "people-events"?: "together" | "one-each";
            /** @enum {string} */
            "update-atomicity"?: "one-by-one" | "whole";
            /** @enum {string} */
            "c-us-jid"?: "refused" | "taken";
            /** @enum {string} */
            "device-jid"?: "refused" | "taken";
            /** @enum {string} */
            "national-number"?: "as-it-is" | "completed";
            /** @enum {string} */
            "invite-link-form"?: "any" | "exact";
            /** @enum {string} */
            "wrapped-base64"?: "refused" | "taken";
            /** @enum {string} */
            "unpadded-base64"?: "taken" | "refused";
            /** @enum {string} */
            "event-all"?: "no-event" | "every-event";
            /** @enum {string} */
            "webhook-signed-text"?: "without-signature" | "empty-signature" | "after-timestamp" | "data";
            /** @enum {string} */
            "webhook-signature-form"?: "sha256-hex" | "hex" | "base64" | "sha256-base64" | "sha1-hex" | "sha512-hex";
            /** @enum {string} */
            "webhook-signature-header"?: "X-Webhook-Signature" | "X-Signature" | "X-Signature-256" | "X-Hub-Signature-256" | "X-Wuts-Signature" | "none";
            /** @enum {string} */
            "plain-http-webhook"?: "loopback" | "any-host";
            /** @enum {string} */
            "private-codes"?: "alphanumeric" | "with-signs";
            /** @enum {string} */
            "number-change"?: "untold" | "left-and-joined";
            /** @enum {string} */
            "addressing-mode"?: "pn" | "lid";
            /** @enum {string} */
            "number-spelling"?: "whatsapp" | "longest" | "shortest" | "as-given";
            "subject-limit"?: number | string;
            "community-groups-limit"?: number | string;
            "community-members-limit"?: components["schemas"]["MembersLimit"];
            "group-members-limit"?: components["schemas"]["MembersLimit"];
            /** @enum {string} */
            "undocumented-fields"?: "include" | "omit";
        };
        MembersLimit: number | string;
        /** @enum {string} */
        ScenarioName: "launch-team" | "waiting-room" | "school" | "privacy" | "full-group" | "left-recently" | "lid-group" | "ninth-digit" | "legacy-group" | "anonymous-announcements" | "documented";
        /** @enum {string} */
        OperationName: "listGroups" | "getGroup" | "createGroup" | "addGroupParticipants" | "getGroupInviteLink" | "joinGroup" | "updateGroup" | "removeGroupParticipants" | "resetGroupInviteLink" | "leaveGroup" | "setGroupEphemeral" | "setGroupPicture" | "createCommunity" | "addCommunityParticipants" | "linkGroup" | "removeCommunityParticipants" | "unlinkGroup" | "getStatus" | "connectDevice" | "disconnectDevice" | "getWebhook" | "setWebhook" | "listWebhookEvents";
        /** @enum {string} */
        EventName: "device.connected" | "device.disconnected" | "device.logged_out" | "group.info" | "group.joined";
        /** @description One of the events of a stream. */
        StreamEvent: {
            id: string;
            /** @enum {string} */
            event: "event" | "delivery" | "replaced" | "calls" | "driven";
            /** @description JSON text of an Event, of a Delivery without its payload, or of an empty object. */
            data: string;
        };
        /** @description The groups of scenarios and of a world file by the names that these have for them. */
        Made: {
            [key: string]: components["schemas"]["GroupJid"];
        };
        World: {
            name: string;
            seed: components["schemas"]["Seed"];
            accounts: number;
            /** @description Groups, communities and announcement groups. */
            groups: number;
            now: components["schemas"]["Timestamp"];
            frozen: boolean;
            ttl_seconds: number | null;
            rulings: components["schemas"]["Rulings"];
            made: components["schemas"]["Made"];
        };
        NewWorld: {
            /** @description Made up unless given. */
            name?: components["schemas"]["WorldName"];
            seed?: components["schemas"]["Seed"];
            /** @description How many accounts, or which. Two unless given. */
            accounts?: number | components["schemas"]["NewAccount"][];
            rulings?: components["schemas"]["Rulings"];
            /** @description The world ends when it was not used for so long. */
            ttl_seconds?: number;
            /** @description What the world starts with. */
            scenario?: components["schemas"]["ScenarioName"];
            /** @description A world of your own to start with; what is said beside it counts more than what is said in it. */
            world?: components["schemas"]["WorldFile"];
            /** @description What its clock shows first. */
            now?: components["schemas"]["Timestamp"];
            /** @description Whether its clock stands still; with a seed it does unless told otherwise. */
            frozen?: boolean;
        } & unknown;
        Account: {
            token: components["schemas"]["Token"];
            phone: components["schemas"]["Phone"];
            jid: string;
            lid: string;
            device: components["schemas"]["DeviceState"];
            /** @description Where its events are sent. */
            webhook_url: string | null;
        };
        /** @description A webhook as POST /webhook sets it, to any host; this is no call of the API, so that no fault strikes it and no journal has it. */
        AccountWebhook: {
            /** Format: uri */
            webhook_url: string;
            enabled_events: string[];
            secret?: string;
            /** @description Those that belong to HTTP or to the signature are not sent. */
            headers?: {
                [key: string]: string;
            };
        };
        NewAccount: {
            phone: components["schemas"]["Phone"];
            /** @description Made up unless given. */
            token?: components["schemas"]["Token"];
        };
        SetClock: {
            now?: components["schemas"]["Timestamp"];
            /** @description Added to the time, or to `now`. */
            advance_seconds?: number;
            frozen?: boolean;
        };
        Person: {
            phone: components["schemas"]["Phone"];
            jid: string;
            lid: components["schemas"]["Lid"];
            /** @description Other numbers that are theirs as well. */
            aliases: components["schemas"]["Phone"][];
            name: string;
            phone_known: boolean;
            on_whatsapp: boolean;
            /** @enum {string} */
            addable_by: "everyone" | "contacts" | "nobody";
            contacts: components["schemas"]["Phone"][];
            blocked: components["schemas"]["Phone"][];
            always_refused: components["schemas"]["RowCode"] | null;
        };
        Traits: {
            lid?: components["schemas"]["Lid"];
            /** @description Other numbers that are theirs as well, instead of the other spelling of their number, as far as that is known; null for that one again. */
            aliases?: components["schemas"]["Aliases"] | null;
            /** @description What they call themselves. */
            name?: string;
            /** @description When false, others see the LID alone. */
            phone_known?: boolean;
            on_whatsapp?: boolean;
            /**
             * @description Who may add them to groups.
             * @enum {string}
             */
            addable_by?: "everyone" | "contacts" | "nobody";
            /** @description Who may add them when addable_by is contacts. */
            contacts?: components["schemas"]["Phone"][];
            blocked?: components["schemas"]["Phone"][];
            /** @description The row code that adding them always gives, as the magic numbers have it. */
            always_refused?: components["schemas"]["RowCode"] | null;
        };
        Aliases: components["schemas"]["Phone"][];
        /** @enum {integer} */
        RowCode: 401 | 402 | 403 | 404 | 405 | 406 | 408 | 409 | 417 | 419 | 421 | 500;
        /**
         * @description | do | takes |
         *     | --- | --- |
         *     | join, ask | `link`, or `group` for its link of that moment. `ask` is refused where there is no join approval |
         *     | accept-invite | `code`, `group`, `inviter` of a private invite |
         *     | cancel, leave, reset-link | `group` |
         *     | add, remove, promote, demote | `group`, `participants` |
         *     | approve, reject | `group`, `participant` |
         *     | rename | `group`, `name` |
         *     | set | `group`, and any of `name`, `topic`, `announcement`, `locked`, `join_approval`, `member_add_mode`, `ephemeral_seconds` |
         *     | set-picture | `group`, `image_base64` |
         *     | create-group | `name`, `participants`, settings, `parent_jid`, and `jid` where it is not to be made up |
         *     | create-community | `name`, `participants` |
         *     | change-number | `number`, which they have from then on; an account keeps its own |
         *     | link, unlink | `community`, `group` |
         */
        Act: {
            /** @enum {string} */
            do: "join" | "ask" | "accept-invite" | "cancel" | "leave" | "add" | "remove" | "promote" | "demote" | "approve" | "reject" | "rename" | "set" | "set-picture" | "reset-link" | "create-group" | "create-community" | "change-number" | "link" | "unlink";
            /** @description Do it so much later, on the clock of the world. */
            after_seconds?: number;
            /** @description Only tell what would come of it now, or which rule would refuse it. Does not go with `after_seconds`. */
            dry_run?: boolean;
            /** @description An invite link or its code. */
            link?: string;
            group?: components["schemas"]["GroupJid"];
            community?: components["schemas"]["GroupJid"];
            parent_jid?: components["schemas"]["GroupJid"];
            /** @description Of a group to be made: an old one is called by the number of its creator and the Unix seconds of its making. */
            jid?: components["schemas"]["GroupJid"];
            number?: components["schemas"]["Phone"];
            code?: string;
            inviter?: components["schemas"]["ParticipantId"];
            participant?: components["schemas"]["ParticipantId"];
            participants?: components["schemas"]["ParticipantId"][];
            name?: string;
            topic?: string;
            announcement?: boolean;
            locked?: boolean;
            join_approval?: boolean;
            /** @enum {string} */
            member_add_mode?: "admin" | "all";
            /** @enum {integer} */
            ephemeral_seconds?: 0 | 86400 | 604800 | 7776000;
            image_base64?: string;
        } & (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
        /**
         * @description By what people are called in answers and events: `pn` their phone numbers, `lid` their LIDs. In an announcement group with LIDs a plain member sees no number of others.
         * @enum {string}
         */
        AddressingMode: "pn" | "lid";
        GroupChange: {
            addressing_mode?: components["schemas"]["AddressingMode"];
            /** @description What it is called, which may be longer than anybody could make it here. */
            name?: string;
        };
        PrivateInvite: {
            code: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description As `Participant` of the WUTS document. */
        Participant: {
            jid: string;
            phone_number: string;
            is_admin: boolean;
            is_super_admin: boolean;
            lid?: string;
            error?: components["schemas"]["AnyRowCode"];
            add_request?: components["schemas"]["PrivateInvite"];
        };
        /** @description As `GroupWithParticipants` of the WUTS document, with its invite link. */
        Group: {
            jid: components["schemas"]["GroupJid"];
            name: string;
            invite_link?: string;
            participants: components["schemas"]["Participant"][];
        };
        FaultId: string;
        UserJid: string;
        /** @enum {string} */
        PresetName: "done-but-500" | "done-but-timed-out" | "done-but-no-answer" | "promote-does-nothing" | "says-done-does-nothing" | "added-but-not-in" | "group-broken" | "rate-limited" | "proxy-502" | "session-lost" | "refused-without-invite" | "row-400" | "empty-list" | "members-missing" | "slow-gateway" | "webhook-lost" | "webhook-twice" | "webhook-again-with-new-id" | "webhook-out-of-order" | "webhook-late";
        /**
         * @description Each account may make so many calls, or be sent so many deliveries, within so many seconds on the clock of
         *     the world, counted from the first one. What goes beyond is struck: answered with 429 unless something else
         *     is said, and with Retry-After where it is answered.
         */
        CallLimit: {
            calls: number;
            seconds: number;
        };
        NewFaultRow: {
            /** @description The `participant` of the fault unless given; without one, whoever has no row of their own here. */
            participant?: components["schemas"]["ParticipantId"];
            /** @description What the row fails with; without it, the row tells success. */
            code?: components["schemas"]["AnyRowCode"];
            /** @description Whether it is done all the same; false unless given, and always where there is no code. */
            carried_out?: boolean;
            /** @description Whether the row has a private invite; as WhatsApp has it unless given: with 403. */
            add_request?: boolean;
        } & ((unknown | {
            /** @constant */
            carried_out: false;
        }) & unknown & unknown);
        /**
         * @description Which calls: `operation`, `action`, `phone`, `group`, `participant`, `after`, `times`, `probability`,
         *     `per_window`, `from` and `until`. What happens to them: `status`, `body`, `carried_out`, `drop`, `truncate`,
         *     `rows`, `entries`, `delay_ms` or `bytes_over_ms`, or those of them that go together; or, for webhook
         *     deliveries, `delivery`.
         */
        NewFault: {
            /** @description A fault by its name; what is given beside it goes before what it stands for. 422 where both do not go together. */
            preset?: components["schemas"]["PresetName"];
            /** @description `all` unless given. */
            operation?: components["schemas"]["OperationName"] | "all";
            /**
             * @description Only calls that do this to participants.
             * @enum {string}
             */
            action?: "add" | "remove" | "promote" | "demote";
            /** @description Only calls or deliveries of this account. */
            phone?: components["schemas"]["Phone"];
            /** @description Only calls that name this group, by its JID or its invite link, or deliveries about it. */
            group?: components["schemas"]["GroupJid"];
            /** @description Only calls that name this person, or deliveries about what they did or what was done to them. */
            participant?: components["schemas"]["ParticipantId"];
            /** @description Let so many calls pass first. */
            after?: number;
            /** @description Strike so often; null for always. 1 unless given, or null with `probability`, `per_window`, `from` or `until`. */
            times?: number | null;
            /** @description How likely each call is struck; it follows from the seed of the world. */
            probability?: number;
            per_window?: components["schemas"]["CallLimit"];
            /** @description Only from this moment on, on the clock of the world. */
            from?: components["schemas"]["Timestamp"];
            /** @description Only before this moment, on the clock of the world. */
            until?: components["schemas"]["Timestamp"];
            /** @description Answered instead: from 400 on with the error envelope, below with `success` alone, unless a body is given. 200 where only a body is. */
            status?: number;
            /**
             * @description The usual one of the status unless given; of a status without one that of 400 or of 500. Where the document
             *     knows no other reason for a status than the device, as for 412 and 503, it is DEVICE_NOT_READY: give
             *     INTERNAL_ERROR for a 503 of something else, such as a gateway that is too busy.
             */
            error_code?: string;
            message?: string;
            /** @description More headers of that answer. More than 8192 characters together are answered with 422, because clients read no more. */
            headers?: {
                [key: string]: string;
            };
            /** @description The body of that answer, whatever it is: a text is sent as it is, as text/plain unless the headers say otherwise, and all else as JSON. */
            body?: unknown;
            /** @description The bytes of that body in base64, as application/octet-stream unless the headers say otherwise. */
            body_base64?: string;
            /**
             * @description With a `status` or a `body`: whether the call is carried out before it is answered so; false unless given.
             *     False alone: the call is answered as if it were carried out, and nothing is done.
             */
            carried_out?: boolean;
            /** @description The answer comes so many milliseconds of real time later. */
            delay_ms?: components["schemas"]["Duration"];
            /** @description The bytes of the answer come bit by bit within so many milliseconds of real time. */
            bytes_over_ms?: components["schemas"]["Duration"];
            /**
             * @description The connection ends without an answer, before the call is carried out or after.
             * @enum {string}
             */
            drop?: "before" | "after";
            /**
             * @description The whole length is announced, half of the bytes come, and the connection ends.
             * @constant
             */
            truncate?: true;
            /**
             * @description How `drop` or `truncate` ends the connection: in order (FIN), as it does unless this is given, or by a reset (RST).
             * @enum {string}
             */
            close?: "fin" | "rst";
            /** @description Participants whose row does not tell what the rules say: added, removed, promoted, demoted or put into what is created. */
            rows?: components["schemas"]["NewFaultRow"][];
            /** @description Each list of a successful answer has its first so many entries and no more. */
            entries?: number;
            /** @description What happens to a webhook delivery: it comes twice, with the same id or once more with a new one, after the next one, never, or so much later on the clock of the world. */
            delivery?: ("duplicate" | "duplicate-with-new-id" | "reorder" | "drop") | components["schemas"]["DeliveryDelay"];
            /** @description Only deliveries of this event, such as `group.info`. */
            event?: components["schemas"]["EventName"];
        } & ((unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown) & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
        /** @description Milliseconds: so many; from so many to so many, each as likely; log-normal, half of them below the median; or by percentiles such as `{p50: 200, p95: 900}`, which do not fall, in a straight line between them, from 0 at p0 to the highest one. By chance that follows from the seed; never above 120000. */
        Duration: number | number[] | components["schemas"]["LogNormal"] | components["schemas"]["Percentiles"];
        LogNormal: {
            median: number;
            /** @description The standard deviation of the logarithm. */
            sigma: number;
        };
        Percentiles: {
            [key: string]: number;
        };
        /** @description Any number: gateways hand on what WhatsApp tells them. */
        AnyRowCode: number;
        DeliveryDelay: {
            delay_seconds: number;
        };
        FaultRow: {
            participant?: components["schemas"]["Phone"];
            code?: components["schemas"]["AnyRowCode"];
            carried_out?: boolean;
            add_request?: boolean;
        };
        /** @description As it was given, with what it left open. */
        Fault: {
            id: components["schemas"]["FaultId"];
            preset?: components["schemas"]["PresetName"];
            operation?: string;
            /** @enum {string} */
            action?: "add" | "remove" | "promote" | "demote";
            phone?: components["schemas"]["Phone"];
            group?: components["schemas"]["GroupJid"];
            participant?: components["schemas"]["Phone"];
            after: number;
            times: number | null;
            probability?: number;
            per_window?: components["schemas"]["CallLimit"];
            from?: components["schemas"]["Timestamp"];
            until?: components["schemas"]["Timestamp"];
            status?: number;
            error_code?: string;
            message?: string;
            headers?: {
                [key: string]: string;
            };
            body?: unknown;
            body_base64?: string;
            carried_out?: boolean;
            delay_ms?: components["schemas"]["Duration"];
            bytes_over_ms?: components["schemas"]["Duration"];
            /** @enum {string} */
            drop?: "before" | "after";
            truncate?: boolean;
            /** @enum {string} */
            close?: "fin" | "rst";
            rows?: components["schemas"]["FaultRow"][];
            entries?: number;
            delivery?: ("duplicate" | "duplicate-with-new-id" | "reorder" | "drop") | components["schemas"]["DeliveryDelay"];
            event?: string;
            /** @description Calls or deliveries that were such as it is for. */
            seen: number;
            /** @description How many of them it struck. */
            fired: number;
            /** @description How many it is still going to strike; null for no limit. */
            left: number | null;
        };
        NewStub: {
            /** @enum {string} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /**
             * @description Below the base path, where the mock has one; `{name}` stands for any segment.
             * @example /messages/{kind}
             */
            path: string;
            /** @description 200 unless given. */
            status?: number;
            /** @description JSON; no body where it is null or left out. */
            body?: unknown;
        };
        Stub: {
            /** @description Such as `stub-1`. */
            id: string;
            method: string;
            path: string;
            status: number;
            /** @description JSON, or null. */
            body: unknown;
        };
        JournalCall: {
            /** @description Counts up from 1. */
            sequence: number;
            /** @description On the clock of the world. */
            at: components["schemas"]["Timestamp"];
            method: string;
            /** @description Percent-encoded, without the query. */
            path: string;
            /** @description As it came, without the question mark; the values of parameters such as `token` are left out. */
            query: string;
            /** @description Null when the path and the method are no operation. */
            operation: string | null;
            /** @description The account; null when nobody has the token, or there was none. */
            phone: string | null;
            /** @description 0 when the connection was dropped. */
            status: number;
            /** @description The rule that refused, as in X-Mock-Rule. */
            rule: string | null;
            /** @description The faults that struck, as in X-Mock-Fault. */
            fault: string | null;
            /** @description The stub that answered, as in X-Mock-Stub. */
            stub: string | null;
            /** @description What it made happen: the sequences of these events. */
            events: number[];
            request: components["schemas"]["JournalBody"];
            reply: components["schemas"]["JournalBody"];
        };
        JournalBody: {
            /** @description By their names; `Authorization` tells the phone, and other secrets nothing. Those over 4096 characters together are told by their start. */
            headers: {
                [key: string]: string;
            };
            /** @description The JSON value; a text where it is no JSON or was cut, null where there is none. */
            body: unknown;
            /** @description The whole length. */
            bytes: number;
            /** @description Whether only its start was kept. */
            cut: boolean;
            /**
             * @description Why there is no body although one was sent. `not-read`: its head alone was reason to refuse the request, or nothing reads its body.
             * @enum {string}
             */
            unreadable?: "too-large" | "too-deep" | "bad-encoding" | "cut-off" | "over-budget" | "not-read";
        };
        /** @description What the call has to be, as it was asked for. */
        WantedCall: {
            operation?: string;
            status?: number;
            phone?: components["schemas"]["Phone"];
            jid?: string;
            method?: string;
            after?: number;
        };
        Wait: {
            wanted: components["schemas"]["WantedCall"];
            /** @description Null when there was no call. */
            nearest: components["schemas"]["NearMiss"] | null;
        };
        NearMiss: {
            call: components["schemas"]["JournalCall"];
            /** @description A sentence, such as "operation is listGroups, not createGroup." */
            differs: string;
        };
        Seeding: {
            /** @description It takes nothing else. */
            scenario?: components["schemas"]["ScenarioName"];
            /** @description Plain groups; some of them are linked to the communities. */
            groups?: number;
            /** @description Each comes with its announcement group. */
            communities?: number;
            /** @description The fewest and the most members of a group; 2 and 20 unless given. */
            members?: number[];
            /** @description That of the world unless given. */
            seed?: components["schemas"]["Seed"];
        } & unknown;
        /**
         * @description A whole world. `accounts` may be changed: give them other tokens where a snapshot goes into several worlds. `world`
         *     and `faults` are the mock's own and are taken as it wrote them, or not at all. Who wants a world of their own making
         *     writes a world file, see `WorldFile`.
         */
        Snapshot: {
            /** @constant */
            format: "wuts-mock world";
            /** @description This mock writes 2, and takes 1, too, which it wrote as 0.1.0. */
            version: number;
            /** @description SHA-256 of `world` and `faults`; version 1 has none. */
            seal?: string;
            accounts: components["schemas"]["SavedAccounts"];
            world: Record<string, never>;
            faults: Record<string, never>;
        };
        SavedAccount: {
            phone: components["schemas"]["Phone"];
            token: components["schemas"]["Token"];
        };
        SavedAccounts: components["schemas"]["SavedAccount"][];
        /** @description Milliseconds since 1970. */
        Moment: number;
        OwnName: string;
        /** @description A name from `accounts` or `people`, or a phone number. */
        PersonRef: string;
        /** @description What the clock of the world shows first, and whether it stands still. */
        WorldClock: {
            now?: components["schemas"]["Timestamp"];
            frozen?: boolean;
        };
        /**
         * @description A world to start from. Accounts, people, groups and communities go by names of your own. It is played by the rules
         *     of WhatsApp, in the order in which it stands here: people first, then `groups`, then `communities`.
         */
        WorldFile: {
            /** @description The accounts by name; `me` and `colleague` unless given. The first one creates what names no creator. */
            accounts?: {
                [key: string]: components["schemas"]["WorldAccount"];
            };
            /** @description Everybody else who is more than a number. */
            people?: {
                [key: string]: components["schemas"]["WorldPerson"];
            };
            groups?: {
                [key: string]: components["schemas"]["WorldGroup"];
            };
            communities?: {
                [key: string]: components["schemas"]["WorldCommunity"];
            };
            rulings?: components["schemas"]["Rulings"];
            clock?: components["schemas"]["WorldClock"];
        };
        WorldAccount: {
            /** @description One of the usual numbers unless given, 5511999999999 first. */
            phone?: components["schemas"]["Phone"];
            /** @description Made up unless given. */
            token?: components["schemas"]["Token"];
            /** @description `connected` unless given. */
            device?: components["schemas"]["DeviceState"];
            lid?: components["schemas"]["Lid"];
            /** @description Other numbers that are theirs as well. */
            aliases?: components["schemas"]["Aliases"];
            /** @description What they call themselves. */
            name?: string;
            /** @description When false, others see the LID alone. */
            phone_known?: boolean;
            on_whatsapp?: boolean;
            /**
             * @description Who may add them to groups.
             * @enum {string}
             */
            addable_by?: "everyone" | "contacts" | "nobody";
            contacts?: components["schemas"]["WorldPeople"];
            blocked?: components["schemas"]["WorldPeople"];
            /** @description The row code that adding them always gives. */
            always_refused?: components["schemas"]["RowCode"];
        };
        WorldPerson: {
            /** @description Made up unless given: 5511700000001 and so on. */
            phone?: components["schemas"]["Phone"];
            lid?: components["schemas"]["Lid"];
            /** @description Other numbers that are theirs as well. */
            aliases?: components["schemas"]["Aliases"];
            /** @description What they call themselves. */
            name?: string;
            /** @description When false, others see the LID alone. */
            phone_known?: boolean;
            on_whatsapp?: boolean;
            /**
             * @description Who may add them to groups.
             * @enum {string}
             */
            addable_by?: "everyone" | "contacts" | "nobody";
            contacts?: components["schemas"]["WorldPeople"];
            blocked?: components["schemas"]["WorldPeople"];
            /** @description The row code that adding them always gives. */
            always_refused?: components["schemas"]["RowCode"];
        };
        /** @description True for a small JPEG, or one of your own in base64. */
        WorldPicture: boolean | string;
        WorldPeople: components["schemas"]["PersonRef"][];
        WorldRequest: {
            person: components["schemas"]["PersonRef"];
            added_by: components["schemas"]["PersonRef"];
        };
        /** @description Who waits to be let in; `join_approval` has to be on. With `added_by` a member who is no admin tried to add them. */
        WorldRequests: (components["schemas"]["PersonRef"] | components["schemas"]["WorldRequest"])[];
        WorldGroup: {
            /** @description Made up unless given. An old group is called by the number of its creator and the Unix seconds of its making. */
            jid?: components["schemas"]["GroupJid"];
            /** @description What it is called on WhatsApp, which may be longer than anybody could make it here; its name here unless given. */
            name?: string;
            topic?: string;
            /** @description Only admins may send messages. */
            announcement?: boolean;
            /** @description Only admins may change name, topic and picture. */
            locked?: boolean;
            join_approval?: boolean;
            /** @enum {string} */
            member_add_mode?: "admin" | "all";
            /** @enum {integer} */
            ephemeral_seconds?: 0 | 86400 | 604800 | 7776000;
            picture?: components["schemas"]["WorldPicture"];
            addressing_mode?: components["schemas"]["AddressingMode"];
            creator?: components["schemas"]["PersonRef"];
            admins?: components["schemas"]["WorldPeople"];
            /** @description Those without a rank. Who cannot be added, because of their privacy or because they blocked the creator, joins by the link. */
            members?: components["schemas"]["WorldPeople"];
            join_requests?: components["schemas"]["WorldRequests"];
            /** @description Whom the creator removed. */
            removed?: components["schemas"]["WorldPeople"];
            /** @description Who left of their own accord; twice for those who left twice within a day and cannot be added until the next. */
            left?: components["schemas"]["WorldPeople"];
            /** @description How often the invite link was reset; `dead_links` of the control plane tells the old ones. */
            dead_links?: number;
            invite_link?: components["schemas"]["WorldInviteLink"];
            private_invites?: components["schemas"]["WorldPrivateInvites"];
            /** @description Strangers are added until there is no room. */
            full?: boolean;
        };
        /** @description Its invite link; made up unless given. */
        WorldInviteLink: string;
        WorldPrivateInvite: {
            person: components["schemas"]["PersonRef"];
            code: string;
        };
        /** @description Who has a private invite of the creator, with which they may come without being added; it ends after three days. */
        WorldPrivateInvites: components["schemas"]["WorldPrivateInvite"][];
        WorldCommunity: {
            /** @description Made up unless given. */
            jid?: components["schemas"]["GroupJid"];
            /** @description What it is called on WhatsApp, which may be longer than anybody could make it here; its name here unless given. */
            name?: string;
            topic?: string;
            /** @description Only admins may change name, topic and picture. */
            locked?: boolean;
            join_approval?: boolean;
            picture?: components["schemas"]["WorldPicture"];
            addressing_mode?: components["schemas"]["AddressingMode"];
            creator?: components["schemas"]["PersonRef"];
            admins?: components["schemas"]["WorldPeople"];
            /** @description Those without a rank. Who cannot be added, because of their privacy or because they blocked the creator, joins by the link. */
            members?: components["schemas"]["WorldPeople"];
            join_requests?: components["schemas"]["WorldRequests"];
            /** @description Whom the creator removed. */
            removed?: components["schemas"]["WorldPeople"];
            /** @description Who left of their own accord; twice for those who left twice within a day and cannot be added until the next. */
            left?: components["schemas"]["WorldPeople"];
            /** @description How often the invite link was reset; `dead_links` of the control plane tells the old ones. */
            dead_links?: number;
            invite_link?: components["schemas"]["WorldInviteLink"];
            /** @description The groups that are linked to it; the creator of each has to be an admin of the community. */
            groups?: {
                [key: string]: components["schemas"]["WorldGroup"];
            };
        };
        /** @description How a world started, and what it goes back to. */
        Start: {
            name: components["schemas"]["WorldName"];
            seed: components["schemas"]["Seed"];
            accounts: components["schemas"]["SavedAccounts"];
            rulings?: components["schemas"]["Rulings"];
            now?: components["schemas"]["Moment"];
            frozen?: boolean;
            /** @description In milliseconds. */
            ttl?: number;
            scenario?: string;
            world?: components["schemas"]["WorldFile"];
            /** @description Whether it was made for a token that nobody had. */
            opened?: boolean;
        };
        SavedWorld: {
            start: components["schemas"]["Start"];
            snapshot: components["schemas"]["Snapshot"];
        };
        /** @description What `--state` writes, all worlds. */
        State: {
            /** @constant */
            format: "wuts-mock state";
            /** @constant */
            version: 1;
            worlds: components["schemas"]["SavedWorld"][];
        };
        Member: {
            phone: components["schemas"]["Phone"];
            lid: string;
            /** @description What they call themselves. */
            name: string;
            /** @enum {string} */
            role: "member" | "admin" | "creator";
        };
        /** @description As `Group` of the WUTS document, and all that its members do not see. */
        WholeGroup: {
            jid: components["schemas"]["GroupJid"];
            name: string;
            topic: string;
            /** @description The JID of its creator. */
            owner: string;
            created_at: components["schemas"]["Timestamp"];
            is_announce: boolean;
            is_locked: boolean;
            join_approval: boolean;
            members_count: number;
            is_community: boolean;
            /** @description The community that it belongs to. */
            parent_jid: components["schemas"]["GroupJid"] | null;
            is_announcement_group: boolean;
            /** @enum {string} */
            member_add_mode: "admin" | "all";
            ephemeral_seconds: number;
            picture_id: string | null;
            addressing_mode: components["schemas"]["AddressingMode"];
            invite_link: string;
            /** @description Those that were reset, the oldest first. */
            dead_links: string[];
            members: components["schemas"]["Member"][];
            join_requests: components["schemas"]["Phone"][];
        };
        GroupLine: {
            jid: components["schemas"]["GroupJid"];
            name: string;
            /** @enum {string} */
            kind: "group" | "community" | "announcement";
            /** @description The community that it belongs to. */
            parent_jid: components["schemas"]["GroupJid"] | null;
            members: number;
            announcement: boolean;
            locked: boolean;
            join_approval: boolean;
            ephemeral_seconds: number;
            /** @description How many wait to be let in. */
            join_requests: number;
            /**
             * @description What the person is whose groups are listed; null where all groups are.
             * @enum {unknown}
             */
            role: "member" | "admin" | "creator" | "asked" | null;
        };
        Due: {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            kind: "act" | "private-invite" | "delivery";
            /** @description Who acts, who was invited, or the account that is told. */
            phone: components["schemas"]["Phone"];
            group_jid: components["schemas"]["GroupJid"] | null;
            /** @description The `do` of an act, or the event of a delivery. */
            what: string | null;
            /** @description Of a private invite. */
            code: string | null;
            /** @description Of a private invite. */
            inviter: components["schemas"]["Phone"] | null;
        };
        Mistake: {
            kind: components["schemas"]["MistakeKind"];
            /** @description What was done and what the contract says. */
            says: string;
            call: components["schemas"]["JournalCall"];
        };
        /** @enum {string} */
        MistakeKind: "unknown-path" | "wrong-method" | "no-valid-token" | "content-type" | "invalid-request" | "unknown-parameter" | "unknown-property" | "retried-refusal" | "read-from-outside";
        ValidationIssue: {
            field: string;
            message: string;
            value: unknown;
        };
        Error: {
            /** @constant */
            success: false;
            error: string;
            error_code: string;
            /** @description The rule that refused, as in the header X-Mock-Rule. */
            rule?: string;
            timestamp: components["schemas"]["Timestamp"];
            validation?: components["schemas"]["ValidationIssue"][];
        };
        Event: {
            /** @description Counts up from 1 within a world. */
            sequence: number;
            at: components["schemas"]["Timestamp"];
            /** @description For people, for example "5511888888888 was promoted by 5511999999999 in WUTS Launch". */
            says: string;
            /** @enum {string} */
            kind: "created" | "joined" | "left" | "promoted" | "demoted" | "changed" | "link-reset" | "linked" | "unlinked" | "renumbered" | "ended" | "device" | "asked" | "request-cancelled" | "request-rejected" | "refused";
            group_jid: components["schemas"]["GroupJid"] | null;
            /** @description What it was called then. */
            group_name: string | null;
            /** @description Who did it; null when WhatsApp did. */
            actor: components["schemas"]["Phone"] | null;
            /** @description Whom it was done to. */
            people: components["schemas"]["Phone"][];
            /** @description What else there is to say, by kind: `reason`, settings, `code`, `type` and `jid`, `state`, `do` and `rule`. */
            details: Record<string, never>;
            /** @description The accounts that see it. */
            told: components["schemas"]["Phone"][];
        };
        /** @enum {string} */
        DeliveryState: "pending" | "delivered" | "failed" | "dropped";
        DeliveryAttempt: {
            /** @description When it was due. */
            at: components["schemas"]["Timestamp"];
            status: number | null;
            error: string | null;
            /** @description How long it took. */
            milliseconds: number;
        };
        Delivery: {
            /** @description As in the payload. */
            id: string;
            /** @description Counts up from 1 within a world. */
            sequence: number;
            phone: components["schemas"]["Phone"];
            event: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description `dropped` by a fault: counted as sent, never sent. */
            state: components["schemas"]["DeliveryState"];
            /** @description When the next attempt is due. */
            due_at: components["schemas"]["Timestamp"] | null;
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description The fault that struck it. */
            fault: string | null;
            /** @description Why it was given up without an attempt, such as a webhook that leads to a mock. */
            reason: string | null;
            /** @description What is sent, without the signature. */
            payload?: Record<string, never>;
            /** @description As it is sent, with the secret that the webhook has now; null without one. */
            signature?: string | null;
        };
        MockAnswer: {
            /** @constant */
            success: true;
            version: string;
            links: {
                [key: string]: string;
            };
            worlds: string[];
            accounts: components["schemas"]["Account"][];
        };
        ListStubsAnswer: {
            /** @constant */
            success: true;
            stubs: components["schemas"]["Stub"][];
        };
        StubAnswer: {
            /** @constant */
            success: true;
            stub: components["schemas"]["Stub"];
        };
        ListWorldsAnswer: {
            /** @constant */
            success: true;
            worlds: components["schemas"]["World"][];
        };
        CreateWorldAnswer: {
            /** @constant */
            success: true;
            /** @description Its name. */
            world: string;
            seed: components["schemas"]["Seed"];
            accounts: components["schemas"]["Account"][];
            made: components["schemas"]["Made"];
        };
        WorldAnswer: {
            /** @constant */
            success: true;
            world: components["schemas"]["World"];
            accounts: components["schemas"]["Account"][];
        };
        SnapshotAnswer: {
            /** @constant */
            success: true;
            snapshot: components["schemas"]["Snapshot"];
        };
        /** @description What the GET answers. */
        PutSnapshot: {
            /** @constant */
            success?: true;
            snapshot: components["schemas"]["Snapshot"];
        };
        SeedWorldAnswer: {
            /** @constant */
            success: true;
            /** @description Groups, communities and announcement groups. */
            groups: number;
            people: number;
            made: components["schemas"]["Made"];
        };
        Scenario: {
            name: string;
            says: string;
            /** @description What it calls the groups that it makes. */
            made: string[];
        };
        ListScenariosAnswer: {
            /** @constant */
            success: true;
            scenarios: components["schemas"]["Scenario"][];
        };
        ListAccountsAnswer: {
            /** @constant */
            success: true;
            accounts: components["schemas"]["Account"][];
        };
        UpdateAccount: {
            device?: components["schemas"]["DeviceState"];
            webhook?: components["schemas"]["AccountWebhook"];
        };
        ListPeopleAnswer: {
            /** @constant */
            success: true;
            people: components["schemas"]["Person"][];
        };
        ActAnswer: {
            /** @constant */
            success: true;
            /** @description What it was about; null when it ended or the act is yet to come. */
            group: components["schemas"]["Group"] | null;
            /** @description One row for each participant of the act. */
            participants: components["schemas"]["Participant"][];
            /** @description True when an admin has to approve first. */
            pending_approval: boolean;
            /** @description When an act that is yet to come happens. */
            due_at: components["schemas"]["Timestamp"] | null;
            /** @description With `dry_run` alone: what would happen. */
            events?: components["schemas"]["Event"][];
        };
        AskRules: {
            acts: components["schemas"]["Act"][];
        };
        RowPermission: {
            /** @description The row code; null where it is done. */
            code: number | null;
            /** @description What the code says of the participant. */
            says: string | null;
        };
        Permission: {
            /** @description False when the whole act is refused. */
            allowed: boolean;
            /** @description The rule that refuses, as in the header X-Mock-Rule. */
            rule: string | null;
            /** @description What that rule says. */
            says: string | null;
            /** @description True when an admin has to approve first. */
            pending_approval: boolean;
            /** @description One for each participant of the act. */
            rows: components["schemas"]["RowPermission"][];
        };
        AskRulesAnswer: {
            /** @constant */
            success: true;
            answers: components["schemas"]["Permission"][];
        };
        JoinRequest: {
            group_jid: components["schemas"]["GroupJid"];
            phone: components["schemas"]["Phone"];
            asked_at: components["schemas"]["Timestamp"];
            /** @description The member who is no admin and tried to add them. */
            added_by: components["schemas"]["Phone"] | null;
        };
        ListJoinRequestsAnswer: {
            /** @constant */
            success: true;
            join_requests: components["schemas"]["JoinRequest"][];
        };
        ListFaultsAnswer: {
            /** @constant */
            success: true;
            faults: components["schemas"]["Fault"][];
        };
        FaultPreset: {
            name: components["schemas"]["PresetName"];
            says: string;
            /** @description What has to be given beside the name. */
            needs: string | null;
            fault: components["schemas"]["NewFault"];
        };
        ListFaultPresetsAnswer: {
            /** @constant */
            success: true;
            presets: components["schemas"]["FaultPreset"][];
        };
        JournalAnswer: {
            /** @constant */
            success: true;
            calls: components["schemas"]["JournalCall"][];
            /** @description Up to five, the closest first; empty when a call matches. */
            near_misses: components["schemas"]["NearMiss"][];
            /** @description Who waits by `wait_for` at this moment, the first 20. */
            waits: components["schemas"]["Wait"][];
            /** @description Of the last call that was noted; give it as `after` to see what comes from here on. */
            last_sequence: number;
        };
        HarCreator: {
            name: string;
            version: string;
        };
        HarLog: {
            /** @constant */
            version: "1.2";
            creator: components["schemas"]["HarCreator"];
            entries: {
                [key: string]: unknown;
            }[];
        };
        Har: {
            log: components["schemas"]["HarLog"];
        };
        ListEventsAnswer: {
            /** @constant */
            success: true;
            events: components["schemas"]["Event"][];
            /** @description The number of the last happening, to go on after. */
            last: number;
        };
        ListDeliveriesAnswer: {
            /** @constant */
            success: true;
            deliveries: components["schemas"]["Delivery"][];
            /** @description Whether nothing that is due was left to send. */
            settled: boolean;
        };
        DeliveryAnswer: {
            /** @constant */
            success: true;
            delivery: components["schemas"]["Delivery"];
        };
        ListGroupLinesAnswer: {
            /** @constant */
            success: true;
            groups: components["schemas"]["GroupLine"][];
        };
        ListDueAnswer: {
            /** @constant */
            success: true;
            due: components["schemas"]["Due"][];
        };
        ListAllGroupsAnswer: {
            /** @constant */
            success: true;
            groups: components["schemas"]["WholeGroup"][];
        };
        WholeGroupAnswer: {
            /** @constant */
            success: true;
            group: components["schemas"]["WholeGroup"];
        };
        ConsumerReportAnswer: {
            /** @constant */
            success: true;
            mistakes: components["schemas"]["Mistake"][];
        };
        DoneAnswer: {
            /** @constant */
            success: true;
        };
        AccountAnswer: {
            /** @constant */
            success: true;
            account: components["schemas"]["Account"];
        };
        PersonAnswer: {
            /** @constant */
            success: true;
            person: components["schemas"]["Person"];
        };
        ClockAnswer: {
            /** @constant */
            success: true;
            now: components["schemas"]["Timestamp"];
            frozen: boolean;
        };
        FaultAnswer: {
            /** @constant */
            success: true;
            fault: components["schemas"]["Fault"];
        };
    };
    responses: {
        /** @description Done. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DoneAnswer"];
            };
        };
        /** @description The account. */
        Account: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AccountAnswer"];
            };
        };
        /** @description The person. */
        Person: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PersonAnswer"];
            };
        };
        /** @description The clock. */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClockAnswer"];
            };
        };
        /** @description The fault. */
        Fault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FaultAnswer"];
            };
        };
        /** @description The fault; it strikes from now on. */
        FaultMade: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FaultAnswer"];
            };
        };
        /** @description The request does not fit this document. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A web page from elsewhere, an unknown Host, a missing control token; or a rule of WhatsApp. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such thing. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description In conflict with what is. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The invite is dead. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The bodies of all requests under way are together too large; `Retry-After` says when to come again. */
        TooManyBodies: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is not JSON by its Content-Type. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It cannot be done. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
        WorldInPath: components["schemas"]["WorldName"];
        /** @description A phone number in any of its spellings, a user JID or a LID. */
        PersonInPath: components["schemas"]["ParticipantId"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Every operation with its parameters, body and answers, by its id. */
export interface operations {
    getMock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MockAnswer"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    listStubs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stubs, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListStubsAnswer"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    createStub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "POST",
                 *       "path": "/messages/{kind}",
                 *       "status": 201,
                 *       "body": {
                 *         "success": true,
                 *         "message_id": "3EB0C431C26A1916E07A"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewStub"];
            };
        };
        responses: {
            /** @description The stub. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StubAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    deleteStub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its id.
                 * @example stub-1
                 */
                stub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listWorlds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The worlds, the default one first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWorldsAnswer"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    createWorld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorld"];
            };
        };
        responses: {
            /** @description The world, and the tokens of its accounts. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateWorldAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    getWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The world. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    deleteWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
        };
    };
    resetWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A snapshot, to be put into this or another world. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    putSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSnapshot"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    seedWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seeding"];
            };
        };
        responses: {
            /** @description What the world has now, and what the scenario made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeedWorldAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListScenariosAnswer"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetClock"];
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            201: components["responses"]["Account"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Account"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccount"];
            };
        };
        responses: {
            200: components["responses"]["Account"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Only this person; nobody when they were not met. */
                phone?: components["schemas"]["ParticipantId"];
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people, in the order of meeting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPeopleAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Person"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Traits"];
            };
        };
        responses: {
            200: components["responses"]["Person"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    actAsPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Act"];
            };
        };
        responses: {
            /** @description What it led to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    askRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description A phone number in any of its spellings, a user JID or a LID. */
                phone: components["parameters"]["PersonInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "acts": [
                 *         {
                 *           "do": "leave",
                 *           "group": "120363039000000000@g.us"
                 *         },
                 *         {
                 *           "do": "rename",
                 *           "group": "120363039000000000@g.us",
                 *           "name": "Team"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AskRules"];
            };
        };
        responses: {
            /** @description One answer for each act, in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskRulesAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    listJoinRequests: {
        parameters: {
            query?: {
                /** @description Only those of this group. */
                group?: components["schemas"]["GroupJid"];
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests, the oldest of each group first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListJoinRequestsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listFaults: {
        parameters: {
            query?: {
                /** @description True for those that are left over: they have strikes left, or no limit and have never struck. */
                unfired?: boolean;
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The faults, in the order of adding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFaultsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFault"];
            };
        };
        responses: {
            201: components["responses"]["FaultMade"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    deleteFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listFaultPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with what it stands for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFaultPresetsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
        };
    };
    getFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description The id of a fault. */
                fault: components["schemas"]["FaultId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Fault"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    deleteFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description The id of a fault. */
                fault: components["schemas"]["FaultId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    readJournal: {
        parameters: {
            query?: {
                /** @description An operation of the API, such as `createGroup`. */
                operation?: components["schemas"]["OperationName"];
                /** @description The status that was answered; 0 for a connection that was dropped. */
                status?: number;
                /** @description The account, or a participant in the path or the body. */
                phone?: components["schemas"]["ParticipantId"];
                /** @description A group or a user in the path, the body or the reply. */
                jid?: components["schemas"]["GroupJid"] | components["schemas"]["UserJid"] | components["schemas"]["Lid"];
                method?: string;
                /** @description Only calls with a greater sequence. */
                after?: number;
                /** @description How many at most, 100 unless given: the first ones with `after`, and else the last ones. */
                limit?: number;
                /** @description When nothing matches yet, wait so many seconds of real time for a call that does. */
                wait_for?: number;
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls that match, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getJournalAsHar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive, the oldest call first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Har"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only what happened after this one; without it the last ones are listed. */
                after?: number;
                /** @description 100 unless given. */
                limit?: number;
                /** @description Only what happened in this group. */
                group?: components["schemas"]["GroupJid"];
                /** @description Only what this person did, what was done to them, or what they were told. */
                phone?: components["schemas"]["ParticipantId"];
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The happenings, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEventsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only those to this account. */
                phone?: components["schemas"]["ParticipantId"];
                /** @description Only those of this event, such as group.info. */
                event?: components["schemas"]["EventName"];
                state?: components["schemas"]["DeliveryState"];
                /** @description Answers when nothing that is due is left to send; after so many seconds in any case. */
                settled_within?: number;
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries in the order of making. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeliveriesAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /**
                 * @description The `sequence` of a delivery.
                 * @example 1
                 */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    receiveDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            403: components["responses"]["Forbidden"];
        };
    };
    streamWorld: {
        parameters: {
            query?: {
                /** @description True for `calls` and `driven` as well. */
                all?: boolean;
            };
            header?: {
                /**
                 * @description Go on after this `id` of the stream. Anything else is ignored.
                 * @example 12.7
                 */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["StreamEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listGroupLines: {
        parameters: {
            query?: {
                /** @description Only this one. */
                group?: components["schemas"]["GroupJid"];
                /** @description Only those that this person is in, or asks to join. */
                phone?: components["schemas"]["ParticipantId"];
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, in the order of making. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGroupLinesAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listDue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is due. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDueAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listAllGroups: {
        parameters: {
            query?: {
                /** @description Only this one. */
                group?: components["schemas"]["GroupJid"];
            };
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, in the order of making. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAllGroupsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    changeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
                /** @description The JID of a group. */
                jid: components["schemas"]["GroupJid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupChange"];
            };
        };
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeGroupAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyBodies"];
        };
    };
    reportOnConsumer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a world; `default`, or `mine` for that of the token in the Authorization header. */
                world: components["parameters"]["WorldInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mistakes, in the order of the calls; none is what a test asserts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumerReportAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
}
