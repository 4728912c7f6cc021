<?php

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Wuts.php';

/** What a test of a bot in PHP looks like. */
final class GroupTest extends TestCase
{
    private Wuts $wuts;

    protected function setUp(): void
    {
        $this->wuts = new Wuts();
    }

    protected function tearDown(): void
    {
        $this->wuts->end();
    }

    public function testAMemberIsAdded(): void
    {
        $group = $this->wuts->call('POST', '/groups', ['name' => 'Launch', 'participants' => ['5511777777777']])['group'];
        $this->wuts->call('POST', "/groups/{$group['jid']}/participants", ['participants' => ['5511666666666']]);
        $this->assertSame(3, $this->wuts->call('GET', "/groups/{$group['jid']}")['group']['members_count']);
    }

    public function testEachTestHasAWorldOfItsOwn(): void
    {
        $this->assertSame([], $this->wuts->call('GET', '/groups')['groups']);
    }

    public function testACallThatIsThrottled(): void
    {
        $this->wuts->drive('POST', '/faults', ['operation' => 'listGroups', 'status' => 429]);
        $this->assertSame(429, $this->wuts->call('GET', '/groups')['status']);
        $this->assertSame(200, $this->wuts->call('GET', '/groups')['status']);
    }
}
