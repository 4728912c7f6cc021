<?php

/** A WUTS for tests: one mock for the whole run, and a world of its own for each object. */
final class Wuts
{
    public readonly string $url;
    public readonly string $token;
    public readonly string $control;

    /** Where the mock is, once it runs: url, control, docs, health, accounts. */
    private static ?array $mock = null;

    public function __construct()
    {
        self::$mock ??= self::start();
        $control = self::$mock['control'];
        $made = self::send('POST', "$control/worlds", null, new stdClass());
        $this->url = self::$mock['url'];
        $this->token = $made['accounts'][0]['token'];
        $this->control = "$control/worlds/{$made['world']}";
    }

    /** Calls the API: the JSON of the answer, with its status under "status". */
    public function call(string $method, string $path, array|object|null $body = null): array
    {
        return self::send($method, $this->url . $path, $this->token, $body);
    }

    /** Controls the world: other people, time, faults. */
    public function drive(string $method, string $path = '', array|object|null $body = null): array
    {
        return self::send($method, $this->control . $path, null, $body);
    }

    public function end(): void
    {
        $this->drive('DELETE');
    }

    private static function start(): array
    {
        // In a project: npx wuts-mock. WUTS_MOCK names another command, such as one of a clone.
        $command = explode(' ', getenv('WUTS_MOCK') ?: 'npx wuts-mock');
        $ready = sys_get_temp_dir() . '/wuts-' . getmypid() . '.json';
        $options = ['--port', '0', '--seed', '1', '--quiet', '--ready-file', $ready];
        $process = proc_open([...$command, ...$options], [1 => ['file', '/dev/null', 'w']], $pipes);
        register_shutdown_function(function () use ($process) {
            proc_terminate($process);
            proc_close($process);
        });
        $deadline = microtime(true) + 30;
        while (!file_exists($ready)) {
            if (!proc_get_status($process)['running']) throw new RuntimeException('the mock did not start');
            if (microtime(true) > $deadline) throw new RuntimeException('the mock was not ready within 30 seconds');
            usleep(50_000);
        }
        return json_decode(file_get_contents($ready), true);
    }

    private static function send(string $method, string $url, ?string $token, array|object|null $body): array
    {
        $headers = [];
        if ($body !== null) $headers[] = 'Content-Type: application/json';
        if ($token !== null) $headers[] = "Authorization: Bearer $token";
        $content = $body === null ? '' : json_encode($body);
        $http = compact('method', 'content') + ['header' => $headers, 'timeout' => 10, 'ignore_errors' => true];
        $text = file_get_contents($url, false, stream_context_create(['http' => $http]));
        [, $status] = explode(' ', $http_response_header[0]);
        return ['status' => (int) $status] + json_decode($text, true);
    }
}
