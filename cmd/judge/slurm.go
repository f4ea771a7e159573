package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// cluster is Slurm on this machine: a controller, and nodes of ports of their own.
type cluster struct {
	dir     string
	daemons map[string]*exec.Cmd // by their names
}

// nodes are those of the cluster.
var nodes = []string{"n1", "n2"}

// settings of a cluster; a node that says nothing for five seconds is lost, and what ran
// there begins again soon.
const slurmConf = `ClusterName=judge
SlurmctldHost=HOST
SlurmctldPort=PORT0
SlurmUser=USER
SlurmdUser=USER
AuthType=auth/munge
AuthInfo=socket=DIR/munge.socket,cred_expire=5
StateSaveLocation=DIR/state
SlurmdSpoolDir=DIR/spool-%n
SlurmctldPidFile=DIR/ctld.pid
SlurmdPidFile=DIR/%n.pid
SlurmctldLogFile=DIR/ctld.log
SlurmdLogFile=DIR/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdTimeout=5
MessageTimeout=5
JobRequeue=1
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SwitchType=switch/none
NodeName=n1 NodeHostname=HOST Port=PORT1 CPUs=2 RealMemory=1000 State=UNKNOWN
NodeName=n2 NodeHostname=HOST Port=PORT2 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`

// startCluster starts Slurm in a folder.
func startCluster(dir string) (*cluster, error) {
	k := &cluster{dir, make(map[string]*exec.Cmd)}
	for _, name := range append([]string{"state"}, "spool-n1", "spool-n2") {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			return nil, err
		}
	}
	host, err := os.Hostname()
	if err != nil {
		return nil, err
	}
	me, err := user.Current()
	if err != nil {
		return nil, err
	}
	words := []string{"HOST", host, "USER", me.Username, "DIR", dir}
	for i := range 1 + len(nodes) {
		port, err := freePort()
		if err != nil {
			return nil, err
		}
		words = append(words, fmt.Sprintf("PORT%d", i), port)
	}
	conf := strings.NewReplacer(words...).Replace(slurmConf)
	key := strings.Repeat("a key of this machine alone. ", 40)
	if err := errors.Join(os.WriteFile(k.conf(), []byte(conf), 0o644), os.WriteFile(filepath.Join(dir, "munge.key"), []byte(key[:1024]), 0o400)); err != nil {
		return nil, err
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := k.start("munged", "munged", "--foreground", "--force", "--key-file="+in("munge.key"), "--socket="+in("munge.socket"),
		"--pid-file="+in("munge.pid"), "--log-file="+in("munge.log"), "--seed-file="+in("munge.seed")); err != nil {
		return nil, err
	}
	time.Sleep(500 * time.Millisecond)
	if err := k.start("slurmctld", "slurmctld", "-D", "-f", k.conf()); err != nil {
		return k, err
	}
	for _, n := range nodes {
		if err := k.start(n, "slurmd", "-D", "-f", k.conf(), "-N", n); err != nil {
			return k, err
		}
	}
	return k, k.wait(30*time.Second, "both nodes idle", func() bool {
		out, _ := k.ask("sinfo", "-h", "-N", "-t", "idle", "-o", "%N")
		return len(strings.Fields(out)) == len(nodes)
	})
}

// freePort is a port of this machine that nobody has.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

func (k *cluster) conf() string { return filepath.Join(k.dir, "slurm.conf") }

// start starts one of the daemons.
func (k *cluster) start(name string, args ...string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "SLURM_CONF="+k.conf())
	k.daemons[name] = cmd
	return cmd.Start()
}

// stop ends what was started, the controller first.
func (k *cluster) stop() {
	for _, name := range append([]string{"slurmctld"}, append(nodes, "munged")...) {
		k.end(name)
	}
}

// end kills a daemon.
func (k *cluster) end(name string) {
	if d := k.daemons[name]; d != nil && d.Process != nil {
		d.Process.Kill()
		d.Wait()
		delete(k.daemons, name)
	}
}

// ask runs one of Slurm's commands.
func (k *cluster) ask(args ...string) (string, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "SLURM_CONF="+k.conf())
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s: %w: %s", strings.Join(args, " "), err, out)
	}
	return string(out), err
}

// wait waits until something holds.
func (k *cluster) wait(most time.Duration, what string, holds func() bool) error {
	for end := time.Now().Add(most); !holds(); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(end) {
			queue, _ := k.ask("squeue", "-r")
			return fmt.Errorf("%s: not within %v:\n%s", what, most, queue)
		}
	}
	return nil
}

// lose kills a node as when its power is cut: the daemon, then what runs jobs there, then
// the jobs. It gives how many processes there were.
func (k *cluster) lose(node string) (killed int) {
	k.end(node)
	var steps, jobs []int
	entries, _ := os.ReadDir("/proc")
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		env, _ := os.ReadFile(filepath.Join("/proc", e.Name(), "environ"))
		if all := "\x00" + string(env); strings.Contains(all, "\x00SLURMD_NODENAME="+node+"\x00") && strings.Contains(all, k.dir) {
			jobs = append(jobs, pid)
			if parent := parentOf(pid); isStep(parent) {
				steps = append(steps, parent)
			}
		}
	}
	for _, pid := range append(steps, jobs...) {
		if p, err := os.FindProcess(pid); err == nil && p.Kill() == nil {
			killed++
		}
	}
	return killed
}

// parentOf is the process that started another.
func parentOf(pid int) int {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(data)) {
		if n, ok := strings.CutPrefix(line, "PPid:"); ok {
			parent, _ := strconv.Atoi(strings.TrimSpace(n))
			return parent
		}
	}
	return 0
}

// isStep tells the processes of Slurm that run jobs.
func isStep(pid int) bool {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	return strings.HasPrefix(string(data), "slurmstepd")
}

// slurmScript is the script of the guide, which says what array it is.
func (c *court) slurmScript() (string, error) {
	text, err := os.ReadFile(filepath.Join(c.root, "content/guide/en/14a-catalogue.md"))
	if err != nil {
		return "", err
	}
	_, script, ok := strings.Cut(string(text), "```sh\n#!/bin/sh\n#SBATCH")
	script, _, closed := strings.Cut(script, "```")
	if !ok || !closed || !strings.Contains(script, "warraq build books -o dist") {
		return "", errors.New("the guide has no script of Slurm")
	}
	return "#!/bin/sh\n#SBATCH" + script, nil
}

// array makes a catalogue as an array of eight; one of two nodes is lost in the middle.
// Slurm starts anew what ran there, and join must find all.
func (c *court) array(top, titles, whole string) error {
	dir, lost := filepath.Join(top, "array"), filepath.Join(top, "lost")
	k, err := startCluster(filepath.Join(top, "slurm"))
	if k != nil {
		defer k.stop()
	}
	if err != nil {
		return err
	}
	// On the node that will be lost, parts linger until it is.
	script, err := c.slurmScript()
	if err != nil {
		return err
	}
	script = strings.NewReplacer("warraq build books -o dist", fmt.Sprintf("%q build %q -o %q -q", c.warraq, titles, dir)).Replace(script) +
		fmt.Sprintf("[ $SLURMD_NODENAME = n1 ] || [ -e %q ] || sleep 600\n", lost)
	job := filepath.Join(top, "array.sh")
	if err := os.WriteFile(job, []byte(script), 0o755); err != nil {
		return err
	}
	if _, err := k.ask("sbatch", "--array=1-8", "--requeue", "--chdir="+top, "-o", filepath.Join(top, "slurm", "out-%a"), job); err != nil {
		return err
	}
	records := func() int {
		all, _ := filepath.Glob(filepath.Join(dir, "shards", "*.json"))
		return len(all)
	}
	if err := k.wait(60*time.Second, "the first parts", func() bool {
		out, _ := k.ask("squeue", "-h", "-r", "-w", "n2", "-o", "%A")
		return records() > 0 && len(strings.Fields(out)) > 0
	}); err != nil {
		return err
	}
	killed := k.lose("n2")
	if err := os.WriteFile(lost, nil, 0o666); err != nil {
		return err
	}
	if err := k.wait(120*time.Second, "the end of the array", func() bool {
		out, err := k.ask("squeue", "-h", "-r")
		return err == nil && strings.TrimSpace(out) == ""
	}); err != nil {
		return err
	}
	c.pass("slurm", "an array of 8 on two nodes, one lost with %d processes: %d parts", killed, records())
	if _, err := c.command(c.warraq, "catalogue", "join", dir); err != nil {
		c.fail("slurm", "%v", err)
		return nil
	}
	return c.sameTrees("the array", whole, dir)
}
