// Generated from openapi.yaml by `npm run types`. Do not edit.
/** Every path with its operations, as openapi-fetch takes them. */
export interface paths {
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups that the device has joined
         * @description Every group that the device has joined, without participants. There is no pagination. Communities and their announcement groups are among them, in one flat list (inferred).
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group
         * @description The caller becomes the creator and takes part even when it does not list itself. A participant that could not be added comes back in `participants` with its `error` and is not a member (assumed).
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a group by invite link or private invite
         * @description Either `link`, or an invite code together with `group_jid` and `inviter_jid`, that is, a private invite, which an `add_request` carries (assumed). With join approval on, a link only asks to join (inferred).
         */
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        /**
         * Read a group with its participants
         * @description For participants only (inferred). The list of a community shows its admins only, while `members_count` counts everybody (inferred).
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name, the topic or the settings of a group
         * @description At least one property. They are applied one after the other, and where one is refused those before it stay (inferred). `topic` and `description` are the same text (assumed).
         */
        patch: operations["updateGroup"];
        trace?: never;
    };
    "/groups/{jid}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add, remove, promote or demote participants
         * @description One row for each participant of the request. That they come in its order is assumed. A row that could not be carried out carries `error` (assumed); the others were applied (inferred).
         */
        post: operations["addGroupParticipants"];
        /**
         * Remove participants
         * @description Takes the same JSON body as the POST; the action is `remove` unless the body says otherwise.
         */
        delete: operations["removeGroupParticipants"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        /**
         * Read the invite link
         * @description Never makes a new link.
         */
        get: operations["getGroupInviteLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}/invite/reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the invite link
         * @description The old link is dead at once.
         */
        post: operations["resetGroupInviteLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave a group
         * @description When the only admin leaves, another member becomes admin (inferred); when the last member leaves, the group ends (inferred).
         */
        delete: operations["leaveGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}/ephemeral": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the timer of disappearing messages
         * @description 0 turns it off. Members may set it too, unless the group is locked (inferred).
         */
        put: operations["setGroupEphemeral"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{jid}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the picture
         * @description Replaces the picture that was there. The new picture has another id (inferred).
         */
        post: operations["setGroupPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a community
         * @description Makes the community, and its announcement group with the same name (inferred). Participants are put into the announcement group (inferred).
         */
        post: operations["createCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/communities/{jid}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add participants to a community
         * @description One row for each participant of the request. That they come in its order is assumed. They land in the announcement group (inferred).
         */
        post: operations["addCommunityParticipants"];
        /**
         * Remove participants from a community
         * @description Takes a JSON body. They leave the announcement group and every linked group (inferred).
         */
        delete: operations["removeCommunityParticipants"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/communities/{jid}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a group to a community
         * @description The caller is an admin of both. Every member of the group is pulled into the announcement group, except those whose privacy forbids it. Path, field and answer are assumed.
         */
        post: operations["linkGroup"];
        /**
         * Unlink a group from a community
         * @description The group and its members stay as they are. Path, field and answer are assumed.
         */
        delete: operations["unlinkGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of the device
         * @description Always 200 for a valid token, whatever the state of the device.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect the device to WhatsApp
         * @description A device that was logged out answers `needs_qr` and has to be linked again.
         */
        post: operations["connectDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect the device from WhatsApp
         * @description Keeps the credentials, so that `POST /connect` needs no QR code.
         */
        post: operations["disconnectDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the webhook of the account
         * @description The secret is not told. That 404 is answered when none was set is assumed.
         */
        get: operations["getWebhook"];
        put?: never;
        /**
         * Set the webhook of the account
         * @description Replaces the webhook that was set before. The secret is not echoed.
         */
        post: operations["setWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the names of the events that a webhook can receive
         * @description WUTS lists 58 names; this document lists those about groups and about the session.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "group.info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something about a group changed
         * @description Each account is told of the groups that it takes part in, of its own removal too (inferred). Leaving differs from being removed by the `sender` only (inferred).
         */
        post: operations["receiveGroupInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The account was added to a group, created it or joined it
         * @description The other members are told by `group.info` (inferred).
         */
        post: operations["receiveGroupJoined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "device.connected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The WhatsApp session of the account is connected
         * @description Told when it connects and when it connects again.
         */
        post: operations["receiveDeviceConnected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "device.disconnected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The WhatsApp session of the account is lost
         * @description A ban has no event of its own and shows as a lost connection (assumed).
         */
        post: operations["receiveDeviceDisconnected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "device.logged_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The account was logged out
         * @description The device has to be linked again with a QR code.
         */
        post: operations["receiveDeviceLoggedOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** Every schema, parameter, request body and response by its name. */
export interface components {
    schemas: {
        /**
         * @description `<15–25 digits>@g.us`, or of old groups `<phone>-<Unix seconds>@g.us` (inferred).
         * @example 120363039000000000@g.us
         */
        GroupJid: string;
        /**
         * @description `<digits>@s.whatsapp.net`.
         * @example 5511999999999@s.whatsapp.net
         */
        UserJid: string;
        /**
         * @description A bare phone number of 10 to 15 digits (spaces, dashes, parentheses and a leading `+` are ignored), a user JID or a LID.
         * @example 5511999999999
         * @example 5511999999999@s.whatsapp.net
         */
        ParticipantId: string;
        /**
         * @description The link with which people join a group. How long its code is nobody documented.
         * @example https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv
         */
        InviteLink: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC, with `Z`.
         * @example 2026-06-15T12:00:00Z
         */
        Timestamp: string;
        /** @description Digits; it is assumed to be the Unix time, unique and rising. */
        PictureId: string;
        /**
         * @description Off, one day, one week, ninety days.
         * @enum {integer}
         */
        EphemeralSeconds: 0 | 86400 | 604800 | 7776000;
        /** @description 1 to 100 characters, not only spaces. WhatsApp's own limit is 100. */
        Name: string;
        /** @description Up to 2048 characters; empty clears it. */
        Topic: string;
        /**
         * @description Who may add participants: admins only, or all. Only `admin` is documented, by example.
         * @enum {string}
         */
        MemberAddMode: "admin" | "all";
        /**
         * @description What is done to the participants.
         * @enum {string}
         */
        Action: "add" | "remove" | "promote" | "demote";
        /** @description A group, a community or an announcement group, without its participants. */
        Group: {
            jid: components["schemas"]["GroupJid"];
            /** @description What the group is called. */
            name: string;
            /** @description Empty when there is none; one documented example leaves it out. */
            topic?: string;
            /** @description The creator; a LID when the number is hidden (inferred). */
            owner: components["schemas"]["PersonJid"];
            created_at: components["schemas"]["Timestamp"];
            /** @description Only admins may send. */
            is_announce: boolean;
            /** @description Only admins may change name, topic, picture and timer. */
            is_locked: boolean;
            /** @description Who joins by link needs an admin's approval. */
            join_approval: boolean;
            /** @description All members, the creator among them. */
            members_count: number;
            /** @description This is a community (a parent group). */
            is_community?: boolean;
            /** @description The community that the group is linked to. */
            parent_jid?: components["schemas"]["GroupJid"] | null;
            /** @description This is the announcement group of the community `parent_jid`. */
            is_announcement_group?: boolean;
            member_add_mode?: components["schemas"]["MemberAddMode"];
            ephemeral_seconds?: components["schemas"]["EphemeralSeconds"];
            /** @description Null when there is no picture. */
            picture_id?: components["schemas"]["PictureId"] | null;
        };
        /** @description A group and those who take part in it. */
        GroupWithParticipants: components["schemas"]["Group"] & {
            /** @description Who takes part, and at creation the rows that failed. */
            participants: components["schemas"]["Participant"][];
        };
        /** @description The documentation shows an empty object. The mock fills it with the community as a group with participants. */
        Community: {
            jid?: components["schemas"]["GroupJid"];
            /** @description What the community is called. */
            name?: string;
            /** @description Empty when there is none. */
            topic?: string;
            owner?: components["schemas"]["PersonJid"];
            created_at?: components["schemas"]["Timestamp"];
            /** @description Only admins may send messages. */
            is_announce?: boolean;
            /** @description Only admins may change name, topic, picture and timer. */
            is_locked?: boolean;
            /** @description Who joins by link needs an admin's approval. */
            join_approval?: boolean;
            /** @description All members of the announcement group. */
            members_count?: number;
            /** @description Always true. */
            is_community?: boolean;
            /** @description Always null. */
            parent_jid?: components["schemas"]["GroupJid"] | null;
            /** @description Always false. */
            is_announcement_group?: boolean;
            member_add_mode?: components["schemas"]["MemberAddMode"];
            ephemeral_seconds?: components["schemas"]["EphemeralSeconds"];
            /** @description Null when there is no picture. */
            picture_id?: components["schemas"]["PictureId"] | null;
            /** @description The admins, and the rows that failed. */
            participants?: components["schemas"]["Participant"][];
        };
        /** @description Somebody who takes part in a group, or a row of an answer. */
        Participant: {
            /** @description The user JID, or the LID when no phone number is known. */
            jid: string;
            /** @description A full user JID. Empty when only the LID is known (inferred). */
            phone_number: string;
            /** @description True for the creator too. */
            is_admin: boolean;
            /** @description True for the creator only. */
            is_super_admin: boolean;
            /** @description Their LID. */
            lid?: string;
            /**
             * @description WhatsApp's own code for a row that failed; absent when the row was carried out.
             *     401 they blocked the caller, 402 an admin removed them, 403 their privacy forbids it, 404 not on WhatsApp or not a member,
             *     405 not allowed on this participant, 406 the creator, 408 they left recently, 409 a member already, 417 may not be added to the community,
             *     419 a limit is reached, 421 a join request was made instead, 500 the group is full. A client must expect others.
             */
            error?: number;
            /** @description With 403, a private invite to hand to the person. */
            add_request?: {
                /** @description The code, which `POST /groups/join` takes. It may have signs that a URL has to encode. */
                code: string;
                expires_at: components["schemas"]["Timestamp"];
            };
        };
        /** @description Up to 1024 participants. */
        Participants: components["schemas"]["ParticipantId"][];
        /** @description One row for each participant of the request. That they come in its order is assumed. */
        ParticipantRows: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The rows. */
            participants: components["schemas"]["Participant"][];
        };
        /** @description One row for each participant of the request. That they come in its order is assumed. */
        CommunityParticipantRows: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            jid: components["schemas"]["GroupJid"];
            /**
             * @description What was done.
             * @enum {string}
             */
            action: "add" | "remove";
            /** @description The rows. */
            participants: components["schemas"]["Participant"][];
        };
        /** @description The group to make. */
        CreateGroup: {
            name: components["schemas"]["Name"];
            /** @description 1 to 1023 entries (assumed); the creator may list itself and counts once. */
            participants: components["schemas"]["ParticipantId"][];
            /** @description The settings to start with; all are off unless given. */
            options?: {
                /** @description Only admins may send messages. */
                announcement?: boolean;
                /** @description Only admins may change name, topic, picture and timer. */
                locked?: boolean;
                /** @description Who joins by link needs an admin's approval. */
                join_approval?: boolean;
                /** @description Makes a community instead of a group. */
                community?: boolean;
                /** @description Makes the group inside this community. */
                parent_jid?: components["schemas"]["GroupJid"];
            };
        };
        /** @description At least one of these properties. */
        UpdateGroup: {
            name?: components["schemas"]["Name"];
            topic?: components["schemas"]["Topic"];
            description?: components["schemas"]["Topic"];
            /** @description Only admins may send messages. */
            announcement?: boolean;
            /** @description Only admins may change name, topic, picture and timer. */
            locked?: boolean;
            /** @description Who joins by link needs an admin's approval. */
            join_approval?: boolean;
            member_add_mode?: components["schemas"]["MemberAddMode"];
        };
        /** @description Whom to add, remove, promote or demote. */
        AddParticipants: {
            participants: components["schemas"]["Participants"];
            /** @description `add` when absent. */
            action?: components["schemas"]["Action"];
        };
        /** @description Whom to remove. */
        RemoveParticipants: {
            participants: components["schemas"]["Participants"];
            /** @description `remove` when absent. */
            action?: components["schemas"]["Action"];
        };
        /** @description One of the ways to join. Where a link is given it counts, and `code` counts more than `invite_code`. */
        JoinGroup: components["schemas"]["JoinByLink"] | components["schemas"]["JoinByPrivateInvite"] | components["schemas"]["JoinByInviteCode"];
        /** @description Joins by the invite link of the group. */
        JoinByLink: {
            /** @description An invite link, or its bare code (assumed). A query string is ignored. */
            link: string;
        };
        /** @description Joins by the private invite that an `add_request` carries. */
        JoinByPrivateInvite: {
            /** @description The code of a private invite, from `add_request`. */
            code: string;
            group_jid: components["schemas"]["GroupJid"];
            inviter_jid: components["schemas"]["ParticipantId"];
        };
        /** @description As `JoinByPrivateInvite`, with the other name of the code (assumed). */
        JoinByInviteCode: {
            /** @description The same as `code`. */
            invite_code: string;
            group_jid: components["schemas"]["GroupJid"];
            inviter_jid: components["schemas"]["ParticipantId"];
        };
        /** @description The timer to set. */
        SetEphemeral: {
            duration_seconds: components["schemas"]["EphemeralSeconds"];
        };
        /** @description The picture to set. */
        SetPicture: {
            /** @description A JPEG in base64, without a `data:` prefix. */
            image_base64: string;
        };
        /** @description The community to make. */
        CreateCommunity: {
            name: components["schemas"]["Name"];
            /** @description May be empty. */
            participants?: components["schemas"]["ParticipantId"][];
        };
        /** @description Whom to add or remove. */
        CommunityParticipants: {
            participants: components["schemas"]["Participants"];
        };
        /** @description The group that is linked or unlinked. */
        ChildGroup: {
            /** @description The group to link or unlink. */
            group_jid: components["schemas"]["GroupJid"];
        };
        /**
         * @description The values are assumed.
         * @enum {string}
         */
        DeviceState: "connected" | "disconnected" | "logged_out" | "banned";
        /**
         * Format: uuid
         * @description That it is a UUID is assumed.
         */
        DeviceId: string;
        /**
         * @description The user JID of the account, in which the number of the device may stand (assumed).
         * @example 5511999999999@s.whatsapp.net
         * @example 5511999999999:18@s.whatsapp.net
         */
        DeviceJid: string;
        /** @description That it is the bare number is assumed. */
        DevicePhone: string;
        /** @description The state of the device. */
        DeviceStatus: {
            /** @description Whether the WhatsApp session is connected. */
            connected: boolean;
            status: components["schemas"]["DeviceState"];
            device_id: components["schemas"]["DeviceId"];
            jid: components["schemas"]["DeviceJid"];
            phone_number: components["schemas"]["DevicePhone"];
            /** @description Whether the device is linked to the account. */
            is_logged_in: boolean;
            last_seen: components["schemas"]["Timestamp"];
        };
        /** @description For example `group.info`, `group.joined`, `device.connected`, `device.disconnected`, `device.logged_out`. That all 58 names look like these is assumed. */
        EventName: string;
        /** @description Sent along with every delivery. */
        WebhookHeaders: {
            [key: string]: string;
        };
        /**
         * @description To be sent along with every delivery, but for those that belong to HTTP, such as `Host`, or to the signature. That
         *     what cannot be a header is refused is assumed.
         */
        NewWebhookHeaders: {
            [key: string]: string;
        };
        /** @description The webhook to set. */
        SetWebhook: {
            /**
             * Format: uri
             * @description An https URL; plain http is accepted for loopback hosts (assumed; the ruling `plain-http-webhook` decides).
             */
            webhook_url: string;
            /** @description The names of the events to send. */
            enabled_events: components["schemas"]["EventName"][];
            /**
             * @description Whether anything is sent.
             * @default true
             */
            enabled?: boolean;
            /**
             * @description The bounds are assumed.
             * @default 3
             */
            retry_attempts?: number;
            /**
             * @description Seconds. The bounds and the default are assumed.
             * @default 30
             */
            timeout?: number;
            /** @description Signs the deliveries. */
            secret?: string;
            headers?: components["schemas"]["NewWebhookHeaders"];
        };
        /** @description The webhook that is set. */
        Webhook: {
            /** @description The id of the webhook. */
            id: string;
            /** @description Where the events are sent. */
            webhook_url: string;
            /** @description The names of the events that are sent. */
            enabled_events: components["schemas"]["EventName"][];
            /** @description Whether anything is sent. */
            enabled: boolean;
            /** @description How often a delivery is tried again. */
            retry_attempts: number;
            /** @description Seconds. */
            timeout: number;
            headers: components["schemas"]["WebhookHeaders"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The webhook that is set now. */
        WebhookAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description For people. */
            message: string;
            /** @description The webhook. */
            webhook: components["schemas"]["Webhook"];
        };
        /** @description The groups that the device has joined. */
        ListGroupsAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The groups. */
            groups: components["schemas"]["Group"][];
        };
        /** @description The new group. */
        CreateGroupAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The group, its creator among the participants. */
            group: components["schemas"]["GroupWithParticipants"];
        };
        /** @description The group that was joined, or asked. */
        JoinGroupAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description True when an admin has to approve first. */
            pending_approval: boolean;
            group_jid: components["schemas"]["GroupJid"];
        };
        /** @description The group that was asked for. */
        GetGroupAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The group. */
            group: components["schemas"]["GroupWithParticipants"];
        };
        /** @description The group as it is now. */
        UpdateGroupAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The group. */
            group: components["schemas"]["Group"];
        };
        /** @description The invite link of the group. */
        InviteLinkAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            group_jid: components["schemas"]["GroupJid"];
            /** @description The link that is valid now. */
            invite_link: components["schemas"]["InviteLink"];
        };
        /** @description The new invite link. */
        ResetInviteLinkAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            group_jid: components["schemas"]["GroupJid"];
            /** @description The link that is valid now. */
            invite_link: components["schemas"]["InviteLink"];
            reset_at: components["schemas"]["Timestamp"];
        };
        /** @description The timer that is set now. */
        SetEphemeralAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            duration_seconds: components["schemas"]["EphemeralSeconds"];
        };
        /** @description The new picture. */
        SetPictureAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            picture_id: components["schemas"]["PictureId"];
        };
        /** @description The new community. */
        CreateCommunityAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            community: components["schemas"]["Community"];
        };
        /** @description The state of the device. */
        StatusAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The device. */
            data: components["schemas"]["DeviceStatus"];
        };
        /** @description The device after the attempt to connect. */
        ConnectAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The device. */
            data: components["schemas"]["ConnectedDevice"];
        };
        /** @description The device after the attempt to connect. */
        ConnectedDevice: {
            status: components["schemas"]["DeviceState"];
            device_id: components["schemas"]["DeviceId"];
            /** @description True when the device was logged out and has to be linked again. */
            needs_qr: boolean;
        };
        /** @description The device that was disconnected. */
        DisconnectAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The device. */
            data: components["schemas"]["DisconnectedDevice"];
        };
        /** @description The device that was disconnected. */
        DisconnectedDevice: {
            /** @description For people. */
            message: string;
            device_id: components["schemas"]["DeviceId"];
        };
        /** @description The names of the events. */
        WebhookEventsAnswer: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The names. */
            events: components["schemas"]["EventName"][];
        };
        /** @description It is done. */
        Success: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
        };
        /**
         * @description Clients branch on the code and the HTTP status, never on `error`. That these are all the codes is assumed.
         * @enum {string}
         */
        ErrorCode: "VALIDATION_ERROR" | "DEVICE_NOT_READY" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "GONE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "UNPROCESSABLE" | "RATE_LIMITED" | "INTERNAL_ERROR";
        /** @description A field that does not fit. */
        ValidationIssue: {
            /** @description Where, for example `options.parent_jid` or `participants[2]`. */
            field: string;
            /** @description What is wrong with it, for people. */
            message: string;
            /** @description What was received; shortened when long, null when missing. */
            value: unknown;
        };
        /** @description The envelope of every error. */
        Error: {
            /**
             * @description Always false in an error.
             * @constant
             */
            success: false;
            /** @description For people; it may change. */
            error: string;
            error_code: components["schemas"]["ErrorCode"];
            timestamp: components["schemas"]["Timestamp"];
            /** @description Only for failures of single fields. */
            validation?: components["schemas"]["ValidationIssue"][];
        };
        /** @description The documentation shows it without `error_code` and `timestamp`. */
        UnauthorizedError: {
            /**
             * @description Always false in an error.
             * @constant
             */
            success: false;
            /** @description For people; it may change. */
            error: string;
            /**
             * @description Always UNAUTHORIZED.
             * @enum {string}
             */
            error_code?: "UNAUTHORIZED";
            timestamp?: components["schemas"]["Timestamp"];
        };
        /** @description The body, a parameter or a field does not fit; `validation` lists the fields. */
        BadRequestError: components["schemas"]["Error"] & {
            /**
             * @description `DEVICE_NOT_READY` only in a world with the ruling `device-not-ready=400`.
             * @enum {string}
             */
            error_code?: "VALIDATION_ERROR" | "DEVICE_NOT_READY";
        };
        /** @description The device does not take part in the group, or may not do this. */
        ForbiddenError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "FORBIDDEN";
        };
        /** @description There is no such group, community, invite or webhook. */
        NotFoundError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "NOT_FOUND";
        };
        /** @description In conflict with what is, or a limit is reached. */
        ConflictError: components["schemas"]["Error"] & {
            /**
             * @description `DEVICE_NOT_READY` only in a world with the ruling `device-not-ready=409`.
             * @enum {string}
             */
            error_code?: "CONFLICT" | "DEVICE_NOT_READY";
        };
        /** @description The invite is dead. */
        GoneError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "GONE";
        };
        /** @description The body is over the limit. */
        PayloadTooLargeError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "PAYLOAD_TOO_LARGE";
        };
        /** @description The body is not JSON by its Content-Type. */
        UnsupportedMediaTypeError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "UNSUPPORTED_MEDIA_TYPE";
        };
        /** @description WhatsApp does not support this here, or does not accept the value. */
        UnprocessableError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "UNPROCESSABLE";
        };
        /** @description Too many requests. */
        RateLimitedError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "RATE_LIMITED";
        };
        /** @description The server failed. */
        InternalServerError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "INTERNAL_ERROR";
        };
        /** @description The WhatsApp session of the device is not connected. */
        DeviceNotReadyError: components["schemas"]["Error"] & {
            /**
             * @description The one code of this error.
             * @enum {string}
             */
            error_code?: "DEVICE_NOT_READY";
        };
        /**
         * @description A user JID, or the LID of somebody whose number is not known.
         * @example 5511999999999@s.whatsapp.net
         * @example 204761193845120@lid
         */
        PersonJid: string;
        /**
         * @description What a webhook is sent. With a secret, `signature` is `sha256=` and the HMAC-SHA256 in hex over the JSON text of the envelope without
         *     `signature` (assumed); it is also sent as the header `X-Webhook-Signature` (assumed). The rulings `webhook-signed-text`,
         *     `webhook-signature-form` and `webhook-signature-header` have it otherwise.
         */
        EventEnvelope: {
            /** @description The same one whenever the delivery is tried. */
            id: string;
            event: components["schemas"]["EventName"];
            /** @description In Unix seconds. */
            timestamp: number;
            device_id: components["schemas"]["DeviceId"];
            /** @description That the mock gives the phone number is assumed. */
            user_id: string;
            /** @description Its properties are assumed. */
            data: Record<string, never>;
            /** @description Present when a secret is set; the documentation shows `sha256=` and 64 hexadecimal digits. */
            signature?: string;
        };
        /** @description Something about a group changed. */
        GroupInfoEvent: components["schemas"]["EventEnvelope"] & {
            /**
             * @description Always `group.info`.
             * @constant
             */
            event?: "group.info";
            data?: components["schemas"]["GroupInfo"];
        };
        /** @description The account is new in a group. */
        GroupJoinedEvent: components["schemas"]["EventEnvelope"] & {
            /**
             * @description Always `group.joined`.
             * @constant
             */
            event?: "group.joined";
            data?: components["schemas"]["GroupJoined"];
        };
        /** @description The WhatsApp session of the account changed. */
        DeviceEvent: components["schemas"]["EventEnvelope"] & {
            /**
             * @description Which change it is.
             * @enum {string}
             */
            event?: "device.connected" | "device.disconnected" | "device.logged_out";
            data?: components["schemas"]["DeviceChange"];
        };
        /** @description The account and the state of its device. */
        DeviceChange: {
            jid: components["schemas"]["UserJid"];
            /** @description The bare number. */
            phone_number: string;
            status: components["schemas"]["DeviceState"];
        };
        /** @description What changed about a group, as whatsmeow's `events.GroupInfo` has it. */
        GroupInfo: {
            jid: components["schemas"]["GroupJid"];
            /** @description Who did it; null when WhatsApp did. */
            sender: components["schemas"]["PersonJid"] | null;
            timestamp: components["schemas"]["Timestamp"];
            /** @description Who is new. */
            join?: components["schemas"]["PersonJids"];
            /** @description `invite`, `linked_group_join` or `auto_add`; empty when they were added. */
            join_reason?: string;
            /** @description Who is gone. */
            leave?: components["schemas"]["PersonJids"];
            /** @description Who became admin. */
            promote?: components["schemas"]["PersonJids"];
            /** @description Who is admin no more. */
            demote?: components["schemas"]["PersonJids"];
            /** @description The new name. */
            name?: string;
            /** @description The new topic; empty when it was cleared. */
            topic?: string;
            /** @description Whether only admins may send messages now. */
            announce?: boolean;
            /** @description Whether only admins may change name, topic, picture and timer now. */
            locked?: boolean;
            /** @description Whether an admin has to approve who joins by link now. */
            join_approval?: boolean;
            ephemeral_seconds?: components["schemas"]["EphemeralSeconds"];
            new_invite_link?: components["schemas"]["InviteLink"];
            link?: components["schemas"]["GroupLinkChange"];
            unlink?: components["schemas"]["GroupLinkChange"];
            /** @description The group ended. */
            delete?: {
                /** @description Why it ended. */
                reason: string;
            };
        };
        /** @description A group that the account is new in, as whatsmeow's `events.JoinedGroup` has it. */
        GroupJoined: {
            group: components["schemas"]["GroupWithParticipants"];
            /** @description `invite` by a link, `linked_group_join` or `auto_add` into a community; empty when it was added. */
            reason: string;
            /**
             * @description `new` when the group was just created.
             * @enum {string}
             */
            type: "" | "new";
            /** @description Who did it; null when WhatsApp did. */
            sender: components["schemas"]["PersonJid"] | null;
        };
        /** @description Those whom it is about. */
        PersonJids: components["schemas"]["PersonJid"][];
        /** @description The group on the other side, and what it is to this one. */
        GroupLinkChange: {
            /**
             * @description What the other group is to this one.
             * @enum {string}
             */
            type: "sub_group" | "parent_group" | "sibling_group";
            jid: components["schemas"]["GroupJid"];
        };
    };
    responses: {
        /** @description Malformed JSON, a missing field, an invalid JID or a value that does not fit. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestError"];
            };
        };
        /** @description No token, or one that nobody knows. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedError"];
            };
        };
        /** @description The token is valid, but its device does not take part in the group or may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenError"];
            };
        };
        /** @description There is no such group, community or invite. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /** @description No webhook is set. */
        NoWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /** @description In conflict with what is (a member already, linked already), or a limit is reached. WhatsApp itself says 409 and 419. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictError"];
            };
        };
        /** @description The invite link was reset, or the private invite is used or too old. WhatsApp itself says 410. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GoneError"];
            };
        };
        /** @description The body is over 8 MiB. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PayloadTooLargeError"];
            };
        };
        /** @description The Content-Type is missing or not JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnsupportedMediaTypeError"];
            };
        };
        /** @description WhatsApp does not support this on this kind of group, or does not accept the value. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnprocessableError"];
            };
        };
        /** @description Too many requests. The documentation says that there is no hard limit today, while WhatsApp itself says 429; the mock answers it only on demand. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitedError"];
            };
        };
        /** @description The server failed. The mock never answers it of its own accord, unless it breaks this document. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InternalServerError"];
            };
        };
        /** @description The WhatsApp session of the device is not connected. Code and message are documented, the status is assumed. */
        DeviceNotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeviceNotReadyError"];
            };
        };
        /** @description The session is not connected, in a world with the ruling `device-not-ready=400`. */
        DeviceNotReadyBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeviceNotReadyError"];
            };
        };
        /** @description The session is not connected, in a world with the ruling `device-not-ready=409`. */
        DeviceNotReadyConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeviceNotReadyError"];
            };
        };
        /** @description The session is not connected, in a world with the ruling `device-not-ready=412`. */
        DeviceNotReadyPrecondition: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeviceNotReadyError"];
            };
        };
    };
    parameters: {
        /**
         * @description The group. `@` may be written as `%40`.
         * @example 120363039000000000@g.us
         */
        GroupJidInPath: components["schemas"]["GroupJid"];
        /**
         * @description The community, that is, its parent group. `@` may be written as `%40`.
         * @example 120363040000000000@g.us
         */
        CommunityJidInPath: components["schemas"]["GroupJid"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Every operation with its parameters, body and answers, by its id. */
export interface operations {
    listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGroupsAnswer"];
                };
            };
            400: components["responses"]["DeviceNotReadyBadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGroup"];
            };
        };
        responses: {
            /** @description The new group. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateGroupAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    joinGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinGroup"];
            };
        };
        responses: {
            /** @description Joined, or asked to join. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinGroupAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetGroupAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGroup"];
            };
        };
        responses: {
            /** @description The group as it is now, without participants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateGroupAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    addGroupParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddParticipants"];
            };
        };
        responses: {
            /** @description One row for each participant of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRows"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    removeGroupParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveParticipants"];
            };
        };
        responses: {
            /** @description One row for each participant of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRows"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    getGroupInviteLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link that is valid now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteLinkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    resetGroupInviteLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetInviteLinkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    leaveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    setGroupEphemeral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetEphemeral"];
            };
        };
        responses: {
            /** @description The timer that is set now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetEphemeralAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    setGroupPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group. `@` may be written as `%40`.
                 * @example 120363039000000000@g.us
                 */
                jid: components["parameters"]["GroupJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPicture"];
            };
        };
        responses: {
            /** @description The id of the new picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetPictureAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    createCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCommunity"];
            };
        };
        responses: {
            /** @description The new community. That the status is 201 is assumed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateCommunityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    addCommunityParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityParticipants"];
            };
        };
        responses: {
            /** @description One row for each participant of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityParticipantRows"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    removeCommunityParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityParticipants"];
            };
        };
        responses: {
            /** @description One row for each participant of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityParticipantRows"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    linkGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildGroup"];
            };
        };
        responses: {
            /** @description Linked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    unlinkGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The community, that is, its parent group. `@` may be written as `%40`.
                 * @example 120363040000000000@g.us
                 */
                jid: components["parameters"]["CommunityJidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildGroup"];
            };
        };
        responses: {
            /** @description Unlinked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["DeviceNotReadyConflict"];
            412: components["responses"]["DeviceNotReadyPrecondition"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DeviceNotReady"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the device. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    connectDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device after the attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    disconnectDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisconnectAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoWebhook"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    setWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWebhook"];
            };
        };
        responses: {
            /** @description The webhook that is set now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventsAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    receiveGroupInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GroupInfoEvent"];
            };
        };
        responses: {
            /** @description Received. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveGroupJoined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GroupJoinedEvent"];
            };
        };
        responses: {
            /** @description Received. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDeviceConnected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeviceEvent"];
            };
        };
        responses: {
            /** @description Received. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDeviceDisconnected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeviceEvent"];
            };
        };
        responses: {
            /** @description Received. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDeviceLoggedOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeviceEvent"];
            };
        };
        responses: {
            /** @description Received. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
