class Warraq < Formula
  desc "{{.Title}}"
  version "{{.Version}}"
  license "{{.Licence}}"
{{range .Systems}}
  on_{{.Name}} do
{{- range .Artifacts}}
    on_{{.CPU}} do
      url "{{.URL}}"
      sha256 "{{.Sum}}"
    end
{{- end}}
  end
{{end}}
  def install
    bin.install "warraq"
    man1.install Dir["man/man1/*"]
    %w[ar fr].each { |language| (man/language/"man1").install Dir["man/#{language}/man1/*"] }
    bash_completion.install "completions/warraq.bash" => "warraq"
    zsh_completion.install "completions/_warraq"
    fish_completion.install "completions/warraq.fish"
    doc.install "LICENCES.txt"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/warraq version")
    system bin/"warraq", "build", "booklet:", "-o", testpath
    assert_path_exists testpath/"booklet.pdf"
  end
end
