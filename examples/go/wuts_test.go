package consumer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A mock that is ready, as its ready file tells.
type mock struct {
	URL     string `json:"url"`
	Control string `json:"control"`
}

// A world of its own: call it as the API, or drive it with other people, time and faults.
type world struct {
	url, control, token string
	t                   *testing.T
}

var running mock

// One mock for the whole run. In a project it is npx wuts-mock; WUTS_MOCK names another command, such as one of a clone.
func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	command := strings.Fields(os.Getenv("WUTS_MOCK"))
	if len(command) == 0 {
		command = []string{"npx", "wuts-mock"}
	}
	folder, err := os.MkdirTemp("", "wuts")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	ready := filepath.Join(folder, "ready.json")
	options := append(command[1:], "--port", "0", "--seed", "1", "--quiet", "--ready-file", ready)
	process := exec.Command(command[0], options...)
	process.Stderr = os.Stderr
	if err := process.Start(); err != nil {
		panic(err)
	}
	defer process.Wait()
	defer process.Process.Signal(os.Interrupt)
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if text, err := os.ReadFile(ready); err == nil {
			if err := json.Unmarshal(text, &running); err != nil {
				panic(err)
			}
			return m.Run()
		}
		if time.Now().After(deadline) {
			panic("the mock was not ready within 30 seconds")
		}
	}
}

func newWorld(t *testing.T) world {
	var made struct {
		World    string `json:"world"`
		Accounts []struct {
			Token string `json:"token"`
		} `json:"accounts"`
	}
	w := world{url: running.URL, t: t}
	w.send("POST", running.Control+"/worlds", map[string]any{}, &made)
	w.token = made.Accounts[0].Token
	w.control = running.Control + "/worlds/" + made.World
	t.Cleanup(func() { w.send("DELETE", w.control, nil, nil) })
	return w
}

func (w world) call(method, path string, body, answer any) int {
	return w.send(method, w.url+path, body, answer)
}

func (w world) drive(method, path string, body, answer any) int {
	return w.send(method, w.control+path, body, answer)
}

func (w world) send(method, url string, body, answer any) int {
	var text bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&text).Encode(body); err != nil {
			w.t.Fatal(err)
		}
	}
	request, err := http.NewRequest(method, url, &text)
	if err != nil {
		w.t.Fatal(err)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if w.token != "" {
		request.Header.Set("Authorization", "Bearer "+w.token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		w.t.Fatal(err)
	}
	defer response.Body.Close()
	if answer != nil {
		if err := json.NewDecoder(response.Body).Decode(answer); err != nil {
			w.t.Fatal(err)
		}
	}
	return response.StatusCode
}

type groupAnswer struct {
	Group struct {
		JID          string `json:"jid"`
		MembersCount int    `json:"members_count"`
	} `json:"group"`
}

func TestAMemberIsAdded(t *testing.T) {
	w := newWorld(t)
	var made, read groupAnswer
	w.call("POST", "/groups", map[string]any{"name": "Launch", "participants": []string{"5511777777777"}}, &made)
	path := fmt.Sprintf("/groups/%s", made.Group.JID)
	w.call("POST", path+"/participants", map[string]any{"participants": []string{"5511666666666"}}, nil)
	w.call("GET", path, nil, &read)
	if read.Group.MembersCount != 3 {
		t.Fatalf("3 members were expected, and there are %d", read.Group.MembersCount)
	}
}

func TestACallThatIsThrottled(t *testing.T) {
	w := newWorld(t)
	w.drive("POST", "/faults", map[string]any{"operation": "listGroups", "status": 429}, nil)
	if status := w.call("GET", "/groups", nil, nil); status != 429 {
		t.Fatalf("429 was expected, and it is %d", status)
	}
	if status := w.call("GET", "/groups", nil, nil); status != 200 {
		t.Fatalf("200 was expected, and it is %d", status)
	}
}
