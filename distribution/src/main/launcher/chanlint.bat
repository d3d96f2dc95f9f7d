@echo off
rem Runs chanlint on the JDK that JAVA_HOME names, or on the java that is found on the PATH.
setlocal
set "CHANLINT_HOME=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version >nul 2>nul
if errorlevel 1 (
  echo chanlint: a JDK 25 or later is needed and none was found; install one or set JAVA_HOME>&2
  exit /b 2
)
for /f "tokens=2 delims=. " %%v in ('"%JAVA%" --version') do (
  if %%v LSS 25 (
    echo chanlint: a JDK 25 or later is needed, and this is %%v; set JAVA_HOME>&2
    exit /b 2
  )
  goto run
)
:run
if not exist "%LOCALAPPDATA%\chanlint" mkdir "%LOCALAPPDATA%\chanlint"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ^
  -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\chanlint\classes.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off ^
  --enable-native-access=ALL-UNNAMED -Dchanlint.command=chanlint ^
  -cp "%CHANLINT_HOME%\lib\*" dev.chanlint.analyzer.cli.Chanlint %*
exit /b %ERRORLEVEL%
